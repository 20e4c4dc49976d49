import { afterAll, beforeAll, expect, test } from "vitest";
import { switchableModules } from "@/db/vocabulary";
import type { PagePath } from "@/lib/access/registry";
import { faultsOf, openBrowser, windowFor } from "../support/browser";
import { asks, type EnglishCompany, startEnglishCompany } from "../support/english-company";
import { addressOn, recordPages, staffPages } from "../support/page-addresses";
import { formsOf, keptIn, leadingTo, sweep, switchOff, withDependents } from "../support/switched-off";
import { type Visited, visitor } from "../support/visit";
import { leaksOn, wordsOn } from "../support/words-on";

let company: EnglishCompany;
let seen = { pages: 0, texts: 0 };
let leaks: string[] = [];
beforeAll(async () => {
  company = await startEnglishCompany(read);
});
afterAll(() => company.server.stop());

/** Fails later, with everything that is not English on this page. */
function read(page: Pick<Visited, "html" | "path">, lang = "en") {
  seen = { pages: seen.pages + 1, texts: seen.texts + wordsOn(page.html).texts.length };
  if (!new RegExp(`<html[^>]* lang="${lang}"`).test(page.html)) leaks.push(`${page.path}: not in ${lang}`);
  const titles = page.html.split("</head>")[0]!.match(/<title>[^<]+/g) ?? [];
  if (titles.length !== 1) leaks.push(`${page.path}: ${titles.length} titles`);
  for (const { text, why } of leaksOn(page.html)) leaks.push(`${page.path}: ${why} «${text.slice(0, 90)}»`);
  return page;
}

function told(what: string) {
  const { pages: count, texts } = seen;
  console.log(`${what}: ${count} pages, ${texts} texts, ${leaks.length} leaks`);
  const found = [...new Set(leaks)];
  [seen, leaks] = [{ pages: 0, texts: 0 }, []];
  return { count, texts, found };
}

const addressOf = (path: PagePath) => addressOn(company.ids, path);

test("every page of the team speaks English to who chose it, and so does all it leads to", async () => {
  await expect.poll(async () => (await company.marta.visit(addressOf("/imports/[id]"))).text, { timeout: 60_000 }).toContain("Refused");
  const waiting: string[] = staffPages.map(addressOf);
  const known = new Set(waiting.map(shapeOf));
  for (const [place, address] of waiting.entries()) {
    const page = await company.marta.visit(address);
    if (place < staffPages.length && page.status !== 200) leaks.push(`${address}: ${page.status}`);
    read(page);
    for (const link of page.document.querySelectorAll("a[href^='/']")) {
      const href = link.getAttribute("href")!.replaceAll("&amp;", "&").split("#")[0]!;
      if (/\/(pdf|ics|refused|file|logo)(\?|$)/.test(href) || known.has(shapeOf(href))) continue;
      known.add(shapeOf(href));
      waiting.push(href);
    }
  }
  const { count, texts, found } = told("Team");
  expect(found).toEqual([]);
  expect(count).toBeGreaterThan(100);
  expect(texts).toBeGreaterThan(10_000);
});

/** Addresses that differ in a number, a day, an order or the list they lead back to show the same words. */
function shapeOf(address: string): string {
  return address.replace(/\d{4}-\d{2}-\d{2}|[0-9a-f-]{36}|\d+/g, "0").replace(/(sort|of|lista)=[^&]*&?/g, "");
}

test("every record's page gives its own address to copy, without what one did on the way there", async () => {
  const links = await Promise.all(recordPages.map(async (path) => (await company.marta.visit(`${addressOf(path)}?aviso=x`)).link("Link")));
  expect(links).toEqual(recordPages.map(addressOf));
  expect(links).toHaveLength(11);
});

test("a form refused says so in English", async () => {
  for (const path of staffPages) {
    const page = await company.marta.visit(addressOf(path));
    for (const form of page.document.querySelectorAll("main form")) {
      const button = form.querySelectorAll("button").find((one) => one.getAttribute("class")?.includes("main"));
      const fields = form
        .querySelectorAll("input, textarea")
        .filter((field) => ["text", "email", "tel", "date", undefined].includes(field.getAttribute("type")));
      const names = fields.flatMap((field) => field.getAttribute("name") ?? []).filter((name) => !name.startsWith("_"));
      if (!button || form.getAttribute("method")?.toLowerCase() !== "post" || names.length === 0) continue;
      for (const text of ["", "zz zz"]) read(await page.submit(button.textContent.trim(), Object.fromEntries(names.map((name) => [name, text]))));
    }
  }
  const { count, found } = told("Refused forms");
  expect(found).toEqual([]);
  expect(count).toBeGreaterThan(30);
});

test("customers and strangers are spoken to as their browser asks", async () => {
  const waiting = ["/portal"];
  for (const address of waiting) {
    const page = await company.rosa.visit(address);
    read(page);
    for (const link of page.document.querySelectorAll("a[href^='/portal']")) {
      const href = link.getAttribute("href")!;
      if (!href.endsWith("/pdf") && !waiting.includes(href)) waiting.push(href);
    }
  }
  expect(waiting.length).toBeGreaterThan(3);
  const stranger = visitor(company.server.url, asks);
  for (const path of ["/login", "/login?nueva", "/password/none", "/setup", "/nowhere", "/accounts"]) read(await stranger.visit(path));
  read(await (await stranger.visit("/login")).submit("Sign in", { email: "", password: "" }));
  for (const [path, init] of [
    ["/login", { method: "DELETE" }],
    ["/login", { method: "POST", body: "x", headers: { origin: "https://elsewhere.example" } }],
    [`/login?${"x".repeat(9000)}`, {}],
  ] as const) {
    const response = await stranger.ask(path, { ...init });
    expect(response.status, path.slice(0, 20)).toBeGreaterThanOrEqual(400);
    read({ html: await response.text(), path: `${path.slice(0, 20)} ${response.status}` });
  }
  expect(told("Customers and strangers").found).toEqual([]);
});

test("on a phone nothing written in English is cut, and with scripts the document changes its language too", async () => {
  const browser = await openBrowser();
  const context = await windowFor(browser, company.marta, { width: 390, height: 844 });
  const page = await context.newPage();
  for (const path of narrow) {
    await page.goto(addressOf(path));
    expect(await page.evaluate(cutParts), path).toEqual([]);
  }
  await page.goto("/settings/me");
  expect(await faultsOf(page)).toEqual([]);
  for (const [locale, button, notice] of [
    ["es", "Save language", "Desde ahora Cartera"],
    ["en", "Guardar idioma", "From now on Cartera"],
  ] as const) {
    await page.selectOption("[name=locale]", locale);
    await page.getByRole("button", { name: button }).click();
    await page.getByRole("status").filter({ hasText: notice }).waitFor();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(locale);
  }
  console.log(`Narrow: ${narrow.length} pages at 390 px`);
  await browser.close();
});

const narrow = [
  "/",
  "/accounts/[id]",
  "/prospects",
  "/quotes/[id]",
  "/quotes/new",
  "/invoices",
  "/receipts/new",
  "/calendar",
  "/imports/[id]",
  "/settings",
] as const;

/** What is wider than its place; a menu that scrolls sideways by design is none. */
function cutParts(): string[] {
  const parts = [...document.querySelectorAll<HTMLElement>("button, .button, nav a, dt, th, legend, h1")];
  const isCut = (part: HTMLElement) =>
    part.checkVisibility() && !part.matches(".visually-hidden") && getComputedStyle(part).display !== "inline" && part.scrollWidth > part.clientWidth + 1;
  const wide = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
  return [...wide, ...parts.filter(isCut).map((part) => part.outerHTML.slice(0, 120))];
}

test("with each module off, one by one, every other page works and leads nowhere that is closed, and what was there comes back", {
  timeout: 600_000,
}, async () => {
  const hasWhatItHad = keptIn(company);
  for (const module of switchableModules) {
    const off = withDependents(module);
    const forms = await formsOf(company, off);
    expect(await leadingTo(company, off), `control: ${module} is on`).not.toEqual([]);
    expect((await switchOff(company, off)).notice).toBe("Modules saved.");
    const { faults, pages, refused } = await sweep(company, off);
    console.log(`${off.join(", ")} off: ${pages} pages, ${refused} of them closed, ${forms.length} forms`);
    expect(faults).toEqual([]);
    for (const { address, body } of forms) expect([403, 404], address).toContain((await company.marta.post(address, body)).status);
    expect((await switchOff(company, [])).notice).toBe("Modules saved.");
  }
  for (const path of staffPages) expect((await company.marta.visit(addressOf(path))).status, path).toBe(200);
  expect(hasWhatItHad()).toBe(true);
});

test("a module is not left without what it needs, and three purposes propose what to switch off before anything is saved", async () => {
  const lacking = await switchOff(company, ["invoices"]);
  expect(lacking.errorFor("receipts")).toBe("Receipts needs Invoices: turn on Invoices, or turn off Receipts too.");
  const proposed = await (await company.marta.visit("/settings/modules")).open("Choose CRM only");
  expect(proposed.notice).toMatch(/^Proposal for CRM only: look it over and save\.\s*Will be hidden: .*Invoices \(\d+ records?\)/);
  expect([proposed.valueOf("quotes"), proposed.valueOf("prospects")]).toEqual([undefined, "on"]);
  expect((await company.marta.visit("/quotes")).status).toBe(200);
});

test("control: the language is chosen at one's own page, and in Spanish the same reading finds hundreds", async () => {
  const chosen = await (await company.marta.visit("/settings/me")).submit("Save language", { locale: "es" });
  expect([chosen.path, chosen.notice]).toEqual(["/settings/me?idioma", "Desde ahora Cartera le habla en este idioma."]);
  expect((await company.marta.visit("/settings/users/new")).valueOf("locale")).toBe("es");
  expect((await company.marta.visit(addressOf("/settings/users/[id]"))).valueOf("locale")).toBe("en");
  for (const path of staffPages.slice(0, 20)) read(await company.marta.visit(addressOf(path)), "es");
  read(await visitor(company.server.url, { "accept-language": "es-MX,en;q=0.5" }).visit("/login"), "es");
  const { found } = told("Control in Spanish");
  expect(found.length).toBeGreaterThan(200);
  const back = await (await company.marta.visit("/settings/me")).submit("Guardar idioma", { locale: "en" });
  expect(back.notice).toBe("From now on Cartera speaks this language to you.");
});
