import { headers } from "next/headers";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata = { title: "Cartera", robots: { index: false } };
export const viewport = { width: "device-width", initialScale: 1 };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A prerendered page would carry no nonce and lose all its scripts.
  await headers();
  return (
    <html lang="es">
      <body>{children}</body>
    </html>
  );
}
