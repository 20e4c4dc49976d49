import { type HTMLElement, parse } from "node-html-parser";
import { textOf } from "../../support/visit";
import type { MatrixCompany } from "./company";
import { bait, type Kind, refOf, tokensIn } from "./facts";
import { foreignIn } from "./get-cells";
import { mailed } from "./mailed";
import { seesRecord } from "./oracle";
import type { Name } from "./people";

/** The lists, and whose rows each has. */
export const lists: Record<string, Kind[]> = {
  "/accounts": ["account"],
  "/contacts": ["contact", "looseContact"],
  "/prospects": ["prospect", "looseProspect"],
  "/activities": ["activity", "prospectActivity", "looseActivity"],
  "/calendar": ["activity", "prospectActivity", "looseActivity"],
  "/quotes": ["quote", "sentQuote"],
  "/orders": ["order", "confirmedOrder"],
  "/invoices": ["invoice", "issuedInvoice"],
  "/receipts": ["receipt"],
  "/imports": ["import", "file"],
  "/mails": mailed,
};

/** A list as one person reads it. */
export type Read = {
  ids: Set<number>;
  rows: number;
  head?: number;
  foot?: { count: number; total: string };
  chips: [href: string, count: number][];
  complaint?: string;
};

export async function readList({ line, cookies }: MatrixCompany, name: Name, address: string): Promise<Read | "refused"> {
  const heard = await line.ask(cookies[name], { path: address });
  if (heard.status === 403) return "refused";
  const main = parse(heard.body).querySelector("main")!;
  const path = address.split("?")[0]!;
  const kinds = lists[path]!;
  const ids = new Set(
    tokensIn(main.toString())
      .map(({ id }) => id)
      .filter((id) => kinds.includes(refOf(id)?.kind as Kind)),
  );
  const leak = foreignIn(name, heard);
  const complaint = heard.status !== 200 ? `answers ${heard.status}` : leak && `shows ${leak}`;
  return {
    ids,
    rows: main.querySelectorAll("tbody tr").length,
    // The calendar says its days there.
    head: path === "/calendar" ? undefined : numberIn(main.querySelector(".head-words > .soft")),
    foot: footOf(main),
    chips: chipsOf(main),
    complaint,
  };
}

/** What is wrong with a list, beside the administrator's and the rows it shows. */
export function listComplaint(name: Name, address: string, read: Read, whole: Read): string | undefined {
  const expected = [...whole.ids].filter(
    (id) => seesRecord(name, refOf(id)!) && (!isByCustomer(address) || seesRecord(name, { set: refOf(id)!.set, kind: "account" })),
  );
  const isSame = expected.length === read.ids.size && expected.every((id) => read.ids.has(id));
  const strange = [...read.ids].filter((id) => !seesRecord(name, refOf(id)!));
  if (read.complaint) return read.complaint;
  if (strange.length > 0) return `shows ${strange}, which are not theirs to see`;
  // A crowded day shows its first lines, which are others for everybody.
  if (!isSame && !address.startsWith("/calendar") && !isOnesOwn(address)) return `shows ${[...read.ids]} instead of ${expected}`;
  if (read.head !== undefined && read.head !== read.rows) return `counts ${read.head} over ${read.rows} rows`;
  if (read.foot && read.foot.count !== read.rows) return `adds up ${read.foot.count} of ${read.rows} rows`;
  // Of an account the balance is seen with its invoices, which may be fewer.
  if (address.startsWith("/accounts")) return undefined;
  const total = (read.rows * 1000).toLocaleString("es-MX", { minimumFractionDigits: 2 });
  return read.foot && !read.foot.total.includes(total) ? `adds up ${read.foot.total} instead of ${total}` : undefined;
}

/** Whoever does not say whose gets their own. */
function isOnesOwn(address: string): boolean {
  return address.startsWith("/activities") && !/[?&]owner=\w/.test(address);
}

/** What a list offers only after something else was chosen. */
const alsoOffered: Record<string, string[]> = { "/activities": ["all", "done", "overdue"].map((state) => `/activities?owner=all&state=${state}`) };

/** Papers are found by their customer, among the customers one sees. */
function isByCustomer(address: string): boolean {
  return /^\/(quotes|orders|invoices|receipts)\?q=/.test(address);
}

/** The addresses a list offers everybody, so none of somebody's own views: its sorts, chips, tabs and filters; and texts to search for. */
export async function variantsOf({ line, cookies }: MatrixCompany, path: string): Promise<string[]> {
  const main = parse((await line.ask(cookies.marta, { path })).body).querySelector("main")!;
  const links = main.querySelectorAll("a").map((link) => link.getAttribute("href")?.replaceAll("&amp;", "&") ?? "");
  const options = main
    .querySelectorAll("form select")
    .flatMap((select) => select.querySelectorAll("option").map((option) => `${path}?${select.getAttribute("name")}=${option.getAttribute("value") ?? ""}`));
  const searches = main.querySelector("form [name=q]") ? [bait, "zq702001", "ejemplo.test", "800001"].map((text) => `${path}?q=${text}`) : [];
  return [
    ...new Set([
      path,
      ...(alsoOffered[path] ?? []),
      ...links.filter((href) => href.startsWith(`${path}?`) && tokensIn(href).length === 0),
      ...options,
      ...searches,
    ]),
  ];
}

function numberIn(element: HTMLElement | null): number | undefined {
  const [digits] = /\d[\d.,]*/.exec(textOf(element)) ?? [];
  return digits === undefined ? undefined : Number(digits.replace(/\D/g, ""));
}

function footOf(main: HTMLElement): Read["foot"] {
  const foot = main.querySelector("tfoot");
  const count = numberIn(foot);
  return count === undefined ? undefined : { count, total: textOf(foot) };
}

function chipsOf(main: HTMLElement): Read["chips"] {
  return main.querySelectorAll(".chips a").flatMap((chip): Read["chips"] => {
    const count = numberIn(chip.querySelector("b"));
    return count === undefined ? [] : [[chip.getAttribute("href")!.replaceAll("&amp;", "&"), count]];
  });
}
