import { existsSync, readFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";

const origin = "http://specimen.test";
const root = new URL("../../../", import.meta.url);

export function openBrowser() {
  const flags = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  return chromium.launch({ executablePath: process.env.CHROME_PATH ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync), args: flags });
}

export type Look = { width: number; scheme: "light" | "dark" };

/** One page of HTML, its font and icons served from public/, no network. */
export async function show(browser: Browser, html: string, { width, scheme }: Look): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme: scheme, hasTouch: width < 640 });
  const page = await context.newPage();
  await page.route(`${origin}/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const file = new URL(`public${pathname}`, root);
    if (pathname === "/") return route.fulfill({ contentType: "text/html", body: html });
    return existsSync(file) ? route.fulfill({ body: readFileSync(file), contentType: typeOf(pathname) }) : route.fulfill({ status: 404 });
  });
  await page.goto(`${origin}/`);
  return page;
}

function typeOf(pathname: string) {
  return pathname.endsWith(".svg") ? "image/svg+xml" : "font/woff2";
}
