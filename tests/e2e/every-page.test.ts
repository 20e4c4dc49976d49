import type { Browser, Page } from "@playwright/test";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultsOf, openBrowser, windowFor } from "../support/browser";
import { startCompany } from "../support/company";
import { asks, type EnglishCompany, startEnglishCompany } from "../support/english-company";
import { addressOn, staffPages } from "../support/page-addresses";
import { textOf, type Visitor, visitor } from "../support/visit";

const long = "Distribuidoralatinoamericanadematerialesparalaconstruccionyferreteriaengeneralsociedadanonimadecapitalvariableyasociados";
const longEmail = `${long.slice(0, 50).toLowerCase()}@distribuidoralatinoamericana.example`;

let company: EnglishCompany;
let browser: Browser;
/** Every page of the team, and those of records whose name is long and without spaces. */
let addresses: string[];
beforeAll(async () => {
  company = await startEnglishCompany(() => undefined);
  addresses = [...staffPages.map((path) => addressOn(company.ids, path)), ...(await longRecords(company.marta))];
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await company?.server.stop();
});

async function longRecords(marta: Visitor): Promise<string[]> {
  const made: string[] = [];
  const add = async (path: string, button: string, typed: Record<string, string>) => {
    const page = await (await marta.visit(path)).submit(button, typed);
    if (page.summary) throw new Error(`${path}: ${page.summary}`);
    made.push(page.path.split("?")[0]!);
    return made.at(-1)!.split("/").at(-1)!;
  };
  const tags = Array.from({ length: 20 }, (_, i) => `A longer tag ${i + 1}`).join(", ");
  const account = await add("/accounts/new", "Save", { name: long, email: longEmail, phone: "8187654321", city: long.slice(0, 80), tags });
  await add(`/contacts/new?account=${account}`, "Save", { givenName: long, email: longEmail });
  await add("/prospects/new", "Save", { personName: long, companyName: long, email: longEmail, subject: long });
  await add(`/activities/new?account=${account}`, "Save", { subject: long, notes: long });
  await add("/catalog/new", "Save", { code: long.slice(0, 40), name: long, unitPrice: "1" });
  const rows = Array.from({ length: 200 }, (_, i) => ({
    [`lines.${i}.description`]: i === 3 ? long : `Line ${i + 1}`,
    [`lines.${i}.quantity`]: "12.5",
    [`lines.${i}.unitPrice`]: "1234567.89",
  }));
  await add(`/quotes/new?account=${account}`, "Save draft", Object.assign({}, ...rows));
  await add(`/invoices/new?account=${account}`, "Save draft", Object.assign({}, ...rows.slice(0, 5)));
  return [...made, ...["quotes", "invoices", "appointments"].map((tab) => `/accounts/${account}?tab=${tab}`), "/prospects?columns=all"];
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

async function faultsOn(visitor: Visitor, paths: string[]): Promise<string[]> {
  const found = await Promise.all([faultsAt(visitor, paths, 1280, "light"), faultsAt(visitor, paths, 390, "dark")]);
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

test("axe finds nothing on any page, wide and narrow, and none is wider than the window, at 200 % either", async () => {
  const portal = ["/portal", `/portal/documents/${company.ids.quotes}`];
  const open = ["/login", "/password/none", "/setup", "/nowhere"];
  const found = [
    ...(await faultsOn(company.marta, addresses)),
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
