import { afterAll, beforeAll, expect, test } from "vitest";
import { promise } from "../support/promise";
import { type MatrixCompany, matrixCompany } from "./matrix/company";
import { bait, idOf, type Kind, setNames, unknownShift } from "./matrix/facts";
import { foreignIn } from "./matrix/get-cells";
import { listComplaint, lists, type Read, readList, variantsOf } from "./matrix/lists";
import { isStaff, seesRecord } from "./matrix/oracle";
import { type Name, names } from "./matrix/people";
import { inParallel, withoutDrawn } from "./matrix/wire";

let company: MatrixCompany;
const team = ["bruno", "ana", "gael", "eva", "luis", "solo", "vera", "rita"] as const satisfies Name[];

beforeAll(async () => {
  company = await matrixCompany();
}, 300_000);

afterAll(() => company.stop());

test("every list, sorted, filtered and searched in every way it offers, holds and counts what one may see", { timeout: 600_000 }, async () => {
  const complaints: string[] = [];
  const compared = { head: 0, foot: 0, chip: 0 };
  let cells = 0;
  for (const path of Object.keys(lists)) {
    const variants = await variantsOf(company, path);
    await inParallel(variants, async (address) => {
      const whole = await readList(company, "marta", address);
      for (const name of address === path ? team : sampled(address)) {
        const read = await readList(company, name, address);
        cells += 1;
        if (whole === "refused" || read === "refused") continue;
        const complaint = listComplaint(name, address, read, whole);
        if (complaint) complaints.push(`${name} ${address}: ${complaint}`);
        if (read.head !== undefined) compared.head += 1;
        if (read.foot) compared.foot += 1;
        for (const [href, count] of address === path ? read.chips : []) {
          const filtered = await readList(company, name, href);
          cells += 1;
          compared.chip += 1;
          if (filtered !== "refused" && filtered.rows !== count) complaints.push(`${name} ${href}: the chip says ${count} of ${filtered.rows}`);
        }
      }
    });
  }
  promise(
    "A3",
    `${cells} lists read beside the administrator's: the rows of what one may see, ${compared.head} counts, ${compared.foot} sums, ${compared.chip} chips`,
  );
  expect(complaints).toEqual([]);
  expect(cells).toBeGreaterThan(300);
  for (const [what, times] of Object.entries(compared)) expect(times, what).toBeGreaterThan(20);
});

test("a list that counts, adds up or shows one too many is told", async () => {
  const read = (await readList(company, "ana", "/invoices")) as Read;
  const whole = (await readList(company, "marta", "/invoices")) as Read;
  const told = (change: Partial<Read>) => listComplaint("ana", "/invoices", { ...read, ...change }, whole);
  expect(told({})).toBeUndefined();
  expect(told({ head: read.head! + 1 })).toContain("counts");
  expect(told({ foot: { ...read.foot!, count: read.rows + 1 } })).toContain("adds up");
  expect(told({ foot: { ...read.foot!, total: "MXN 1.00" } })).toContain("adds up");
  expect(told({ ids: new Set([...read.ids].slice(1)) })).toContain("instead of");
});

test("searches, pickers, the day's work and what an address names show nothing of what one may not see", { timeout: 600_000 }, async () => {
  const complaints: string[] = [];
  let cells = 0;
  const pickers = ["accounts", "contacts", "prospects", "catalog"].map((from) => `/api/choices/${from}`);
  for (const path of ["/", "/search", "/catalog", "/settings/users", "/portal", ...pickers]) {
    for (const name of names) {
      for (const query of ["", `?q=${bait}`, "?q=zq702001x2", "?q=700008"]) {
        const leak = foreignIn(name, await company.line.ask(company.cookies[name], { path: path + query }));
        cells += 1;
        if (leak) complaints.push(`${name} ${path}${query}: shows ${leak}`);
      }
    }
  }
  await inParallel(named, async ([path, kind]) => {
    for (const [place, set] of setNames.entries()) {
      const name = names.filter((one) => isStaff(one) && one !== "omar" && !seesRecord(one, { set, kind }))[place % 5]!;
      const ask = (shift: number) => company.line.ask(company.cookies[name], { path: `${path}=${idOf({ set, kind }) + shift}` });
      const [real, unknown] = [await ask(0), await ask(unknownShift)];
      cells += 1;
      const leak = foreignIn(name, real) ?? (withoutDrawn(real) === withoutDrawn(unknown) ? undefined : "that it exists");
      if (leak) complaints.push(`${name} ${path} of ${set}: shows ${leak}`);
    }
  });
  promise("A3", `${cells} searches, pickers and addresses that name a record: no canary of what one may not see`);
  expect(complaints).toEqual([]);
});

test("a list is neither sorted nor filtered by a field that is hidden", async () => {
  const odd: string[] = [];
  for (const path of [...Object.keys(lists), "/catalog"]) {
    for (const [query, name, expected] of [
      ["sort=cost", "eva", 400],
      ["sort=-cost", "luis", 400],
      ["cost=7391.17", "clara", 400],
      ["sort=internalNote", "rita", 400],
      ["internalNote=secreto", "rita", 400],
      ["sort=internalNote&sort=name", "rita", 400],
      ["sort=cost", "bruno", 200],
      ["sort=nonsense", "rita", 200],
    ] as const) {
      const { status } = await company.line.ask(company.cookies[name], { path: `${path}?${query}` });
      if (status !== expected && status !== 403) odd.push(`${name} ${path}?${query}: ${status}`);
    }
  }
  expect(odd).toEqual([]);
});

/** Addresses that take a record by its number. */
const named: [path: string, kind: Kind][] = [
  ...(["activities", "quotes", "orders", "invoices"] as const).flatMap((noun): [string, Kind][] => [
    [`/${noun}/new?account`, "account"],
    [`/${noun}/new?contact`, "contact"],
    [`/${noun}/new?prospect`, "prospect"],
  ]),
  ["/contacts/new?account", "account"],
  ["/prospects/new?account", "account"],
  ["/receipts/new?account", "account"],
  ["/receipts/new?invoice", "issuedInvoice"],
  ["/portal?cuenta", "account"],
  ["/contacts?account", "account"],
];

/** Two of the team for each address, by turns. */
function sampled(address: string): Name[] {
  const start = [...address].reduce((sum, letter) => sum + letter.charCodeAt(0), 0);
  return [team[start % team.length]!, team[(start + 3) % team.length]!];
}
