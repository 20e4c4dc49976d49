import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Visitor } from "./visit";

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", args: quiet });
}

/** A window, with scripts unless told, already inside as the visitor is. */
export async function windowFor(
  browser: Browser,
  visitor: Visitor,
  { width = 1280, height = 900, colorScheme = "light" as "light" | "dark", javaScriptEnabled = true } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: visitor.base,
    viewport: { width, height },
    colorScheme,
    javaScriptEnabled,
    locale: "es",
    timezoneId: "Europe/Madrid",
  });
  const url = new URL(visitor.base);
  await context.addCookies([...visitor.jar].map(([name, value]) => ({ name, value, url: url.origin })));
  return context;
}

/** What axe finds, as short lines: nothing, when all is well. */
export async function faultsOf(page: Page): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]);
  // There are no frames of others: «legacy» looks in the page itself and opens no second one.
  const { violations } = await axe
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
