import { headers } from "next/headers";
import type { ReactNode } from "react";

export const metadata = { title: "Cartera" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A prerendered page would carry no nonce and lose all its scripts.
  await headers();
  return (
    <html lang="es">
      <body>{children}</body>
    </html>
  );
}
