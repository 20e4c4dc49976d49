import type { ReactNode } from "react";
import { currentViewer } from "@/lib/web/auth/viewer";
import { languageFor } from "@/lib/web/language";
import "./globals.css";

export const metadata = { robots: { index: false } };
export const viewport = { width: "device-width", initialScale: 1 };

/** Asking who asks also keeps every page from being prerendered, without a nonce and so without its scripts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={languageFor(await currentViewer())}>
      <body>{children}</body>
    </html>
  );
}
