import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf, openBrowser, windowFor } from "../support/browser";
import { startCompany } from "../support/company";
import { asks, type EnglishCompany, inSpanish, startEnglishCompany } from "../support/english-company";
import { longRecords } from "../support/long-records";
import { addressOn, staffPages } from "../support/page-addresses";
import { textOf, type Visitor, visitor } from "../support/visit";

let company: EnglishCompany;
let browser: Browser;
/** Every page of the team, what some show only when asked, and those of records whose name is long and without spaces. */
let addresses: string[];
let carmen: Visitor;
beforeAll(async () => {
  company = await startEnglishCompany(() => undefined);
  addresses = [...staffPages.map((path) => addressOn(company.ids, path)), ...asked(company), ...(await longRecords(company.marta))];
  carmen = await inSpanish(company);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await company?.server.stop();
});

function asked({ ids }: EnglishCompany): string[] {
  return [
    `/quotes/${ids.quotes}?do=void`,
    `/receipts/new?account=${ids.account}`,
    `/receipts/new?invoice=${ids.invoices}`,
    "/search?q=acme",
    "/settings/taxes?editar=1",
    "/settings/origins?editar=1",
    "/settings/lists?lista=interest_level",
    "/settings/words?group=menu",
  ];
}

/** What sticks out at each width: a telephone, a small one, and a desk at 200 %. */
async function wideAt(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const width of [390, 640, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const reach = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (reach > 0) found.push(`${reach} px beyond ${width}`);
  }
  return found;
}

async function faultsOn(visitor: Visitor, paths: string[], onTelephone = visitor): Promise<string[]> {
  const found = await Promise.all([faultsAt(visitor, paths, 1280, "light"), faultsAt(onTelephone, paths, 390, "dark")]);
  return found.flat();
}

async function faultsAt(visitor: Visitor, paths: string[], width: number, colorScheme: "light" | "dark"): Promise<string[]> {
  const found: string[] = [];
  const context = await windowFor(browser, visitor, { width, colorScheme });
  const page = await context.newPage();
  for (const path of paths) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(path);
    const faults = [...(await faultsOf(page)), ...(width === 390 ? await wideAt(page) : [])];
    found.push(...faults.map((fault) => `${path} at ${width}: ${fault}`));
  }
  await context.close();
  return found;
}

test("axe finds nothing on any page, wide in English and narrow in Spanish, and none is wider than the window, at 200 % either", async () => {
  const portal = ["/portal", `/portal/documents/${company.ids.quotes}`];
  const open = ["/login", "/password/none", "/setup", "/nowhere"];
  const found = [
    ...(await faultsOn(company.marta, addresses, carmen)),
    ...(await faultsOn(company.rosa, portal)),
    ...(await faultsOn(visitor(company.server.url, asks), open)),
  ];
  console.log(`Every page: ${addresses.length + portal.length + open.length} pages, ${found.length} faults`);
  expect(found).toEqual([]);
}, 900_000);

test("control: a faint word and a wide box are found", async () => {
  const context = await windowFor(browser, company.marta, { width: 390 });
  const page = await context.newPage();
  await page.goto("/accounts");
  await page.evaluate(() => {
    const box = document.createElement("p");
    box.textContent = "Faint";
    box.style.color = "#eee";
    box.style.inlineSize = "1500px";
    document.body.prepend(box);
  });
  expect((await faultsOf(page)).join()).toContain("color-contrast");
  expect(await wideAt(page)).toHaveLength(3);
  await context.close();
});

test("every page of the team and of the portal says what it is for", async () => {
  const silent: string[] = [];
  for (const path of staffPages) {
    const page = await company.marta.visit(addressOn(company.ids, path));
    if (textOf(page.document.querySelector("main .help p")).length < 30) silent.push(path);
  }
  for (const path of ["/portal", `/portal/documents/${company.ids.quotes}`]) {
    if (textOf((await company.rosa.visit(path)).document.querySelector("main .help p")).length < 30) silent.push(path);
  }
  expect(silent).toEqual([]);
});

test("what may not be left empty is marked before it is refused, in words and for who listens", async () => {
  const unmarked: string[] = [];
  let marked = 0;
  let refused = 0;
  for (const address of staffPages.map((path) => addressOn(company.ids, path))) {
    const page = await company.marta.visit(address);
    for (const form of page.document.querySelectorAll("main form").filter((one) => one.querySelector("[aria-required=true]"))) {
      if (!form.querySelector(".required-note")) unmarked.push(`${address}: a form without the note`);
      const required = form.querySelectorAll("[aria-required=true]");
      marked += required.length;
      const isSaid = (id: string | undefined) =>
        form.querySelectorAll("label").some((label) => label.getAttribute("for") === id && label.querySelector(".required"));
      unmarked.push(...required.filter((field) => !isSaid(field.getAttribute("id"))).map((field) => `${address}: ${field.getAttribute("name")} has no word`));
    }
    for (const form of page.document.querySelectorAll("main form")) {
      const button = form.querySelectorAll("button").find((one) => one.getAttribute("class")?.includes("main"));
      const names = form.querySelectorAll("input:not([type]), input[type=text], input[type=email], input[type=date], input[type=password], textarea");
      if (!button || form.getAttribute("method")?.toLowerCase() !== "post" || names.length === 0) continue;
      const answer = await page.submit(textOf(button), Object.fromEntries(names.map((field) => [field.getAttribute("name")!, ""])));
      for (const error of answer.document.querySelectorAll("form .error").filter((one) => textOf(one) === "This is required.")) {
        refused += 1;
        const field = answer.document.getElementById(error.getAttribute("id")!.replace(/-error$/, ""));
        if (field?.getAttribute("aria-required") !== "true") unmarked.push(`${address}: ${error.getAttribute("id")} is required and not marked`);
      }
    }
  }
  console.log(`Required: ${marked} fields marked, ${refused} refused when left empty`);
  expect(unmarked).toEqual([]);
  expect(marked).toBeGreaterThan(30);
  expect(refused).toBeGreaterThan(15);
});

test("a company that has just begun is told on each list what belongs there", async () => {
  const { server, marta } = await startCompany();
  try {
    const lists = ["/accounts", "/contacts", "/prospects", "/catalog", "/quotes", "/orders", "/invoices", "/receipts", "/imports"];
    for (const path of lists) {
      const empty = (await marta.visit(path)).document.querySelector("main .empty");
      expect([textOf(empty?.querySelector("h2")).length > 15, empty?.querySelectorAll("a.main").length], path).toEqual([true, 1]);
    }
    const rest = ["/", "/search?q=nada", "/calendar?vista=agenda", "/settings/users", "/settings/roles", "/receipts/new"];
    expect(await faultsOn(marta, [...lists, ...rest])).toEqual([]);
  } finally {
    await server.stop();
  }
}, 300_000);

test("on paper there is neither menu nor button", async () => {
  const context = await windowFor(browser, company.marta);
  const page = await context.newPage();
  await page.emulateMedia({ media: "print" });
  const printed = ["account", "quotes", "orders", "invoices", "receipt"].map(
    (noun) => `/${noun === "account" || noun === "receipt" ? `${noun}s` : noun}/${company.ids[noun]}`,
  );
  for (const path of ["/accounts", "/contacts", "/prospects", "/catalog", "/quotes", "/orders", "/invoices", "/receipts", "/", ...printed]) {
    await page.goto(path);
    const left = await page.evaluate(() =>
      [...document.querySelectorAll("nav:not(.related), button, .button, form:not(.rows-form), input, select, textarea")]
        .filter((one) => one.checkVisibility())
        .map((one) => one.outerHTML.slice(0, 120)),
    );
    expect(left, path).toEqual([]);
  }
  await context.close();
});
