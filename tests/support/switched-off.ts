import { type Module, type SwitchableModule, switchableModules } from "@/db/vocabulary";
import { type PagePath, type Policy, pages } from "@/lib/access/registry";
import { routes } from "@/lib/access/routes";
import { needs } from "@/lib/modules/rules";
import type { EnglishCompany } from "./english-company";
import { addressOn, staffPages } from "./page-addresses";
import { dataOf } from "./people";
import type { Visited, Visitor } from "./visit";

/** A module and those that need it: what is off when one is. */
export function withDependents(module: SwitchableModule): SwitchableModule[] {
  return switchableModules.filter((one) => one === module || needs[one] === module);
}

/** Remembers how many rows each table of business has; what it gives back says whether they are the same. */
export function keptIn({ server }: EnglishCompany): () => boolean {
  const rows = () => {
    const db = dataOf(server);
    const counts = business.map((table) => db.$client.prepare(`select count(*) || '/' || total(id) from ${table}`).pluck().get());
    db.$client.close();
    return counts.join();
  };
  const before = rows();
  return () => rows() === before;
}

const business = ["accounts", "contacts", "prospects", "activities", "catalog_items", "documents", "document_lines", "allocations", "imports", "mails"];

/** Ticks the page of modules as who administers does. */
export async function switchOff({ marta }: EnglishCompany, off: readonly SwitchableModule[]): Promise<Visited> {
  const page = await marta.visit("/settings/modules");
  return page.submit("Save", Object.fromEntries(switchableModules.map((module) => [module, !off.includes(module)])));
}

/** A text of a record of each, for looking for it. */
const sought: Partial<Record<SwitchableModule, string>> = { prospects: "Dove Stores", activities: "Visit the site", catalog: "Grey cement", invoices: "F-0" };

/** The log tells all that was done; what it names leads to a page that says why it is closed. */
const tellsAll = "/settings/audit";

export type Sweep = { pages: number; refused: number; faults: string[] };

/** Every page and file of the team with these modules off: which are refused, which fail or still lead to what is not there. */
export async function sweep({ marta, ids }: EnglishCompany, off: readonly SwitchableModule[]): Promise<Sweep> {
  const told: Sweep = { pages: 0, refused: 0, faults: [] };
  const searches = off.flatMap((module) => (sought[module] ? [`/search?q=${encodeURIComponent(sought[module])}`] : []));
  const doors = staffPages.map((path) => ({ address: addressOn(ids, path), isOff: isUnder(path, off) }));
  const lists = off.flatMap((module) => (module === "imports" ? [] : [{ address: `/lists/${module}/columns`, isOff: true }]));
  for (const { address, isOff } of [...doors, ...lists, ...searches.map((address) => ({ address, isOff: false }))]) {
    const page = await marta.visit(address);
    told.pages += 1;
    if (isOff) told.refused += 1;
    const isTold = page.status === 403 && page.text.includes("is turned off");
    if (isOff ? !isTold : page.status !== 200) told.faults.push(`${address}: ${page.status} ${page.title}`);
    if (!isOff && !address.startsWith(tellsAll)) for (const href of linksTo(off, page)) told.faults.push(`${address} leads to ${href}`);
  }
  for (const path of Object.keys(routes).filter((route) => isOf(routes[route as keyof typeof routes], off) && !route.startsWith("/api/"))) {
    const { status } = await marta.visit(addressOn(ids, path as PagePath));
    if (status !== 403) told.faults.push(`${path}: ${status}`);
  }
  return told;
}

/** What leads to these modules from where everybody begins. */
export async function leadingTo({ marta, ids }: EnglishCompany, off: readonly SwitchableModule[]): Promise<string[]> {
  const pages = [await marta.visit("/"), await marta.visit(`/accounts/${ids.account}`)];
  return pages.flatMap((page) => linksTo(off, page));
}

/** The forms of these modules' own pages as they stand there, one of each page. */
export async function formsOf({ marta, ids }: EnglishCompany, off: readonly SwitchableModule[]): Promise<{ address: string; body: FormData }[]> {
  const addresses = staffPages.filter((path) => isUnder(path, off)).map((path) => addressOn(ids, path));
  const forms: { address: string; body: FormData }[] = [];
  for (const address of addresses) forms.push(...(await actionsOn(marta, address)).slice(0, 1));
  return forms;
}

/** Files are sent elsewhere. */
async function actionsOn(marta: Visitor, address: string) {
  const forms = (await marta.visit(address)).forms().map(({ body }) => ({ address, body }));
  return forms.filter(({ body }) => [...body.keys()].some((name) => name.startsWith("$ACTION")));
}

/** By what it asks for, or by where it stands. */
function isUnder(path: PagePath, off: readonly Module[]): boolean {
  return isOf(pages[path], off) || off.some((module) => path.startsWith(`/${module}/`));
}

function isOf(policy: Policy, off: readonly Module[]): boolean {
  return typeof policy !== "string" && off.includes(policy.module);
}

function linksTo(off: readonly SwitchableModule[], page: Visited): string[] {
  const hrefs = page.document.querySelectorAll("a[href^='/']").map((link) => link.getAttribute("href")!);
  const isWithin = (href: string, place: string) => href.startsWith(place) && /^([/?#]|$)/.test(href.slice(place.length));
  return hrefs.filter((href) => off.some((module) => placesOf(module).some((place) => isWithin(href, place))));
}

function placesOf(module: SwitchableModule): string[] {
  return [`/${module}`, `/lists/${module}`, ...(module === "activities" ? ["/calendar"] : [])];
}
