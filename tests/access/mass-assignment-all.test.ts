import { getTableColumns, is, Table } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as schema from "@/db/schema";
import { promise } from "../support/promise";
import { type MatrixCompany, matrixCompany } from "./matrix/company";
import { builtEntries } from "./matrix/entry-points";
import { setNames } from "./matrix/facts";
import { constructiveFirst, formTemplates, templateFor } from "./matrix/form-templates";

let company: MatrixCompany;

beforeAll(async () => {
  company = await matrixCompany();
}, 300_000);

afterAll(() => company.stop());

/** Nobody types these; wherever they arrive a field was taken that no form lists. */
const marks = ["zzmarca", "918273"];
const columns = [
  ...new Set(
    Object.values(schema).flatMap((value) => (is(value, Table) ? Object.entries(getTableColumns(value)).flatMap(([name, column]) => [name, column.name]) : [])),
  ),
];
const strange = ["__proto__", "__proto__.isAdmin", "constructor", "constructor.prototype.isAdmin", "prototype", "toString", "", "0", "a.b.c.d.e.f"];

/** Fields that a form takes though the page did not offer them at that moment. */
const listed: Record<string, string[]> = {};

test("one more field of every name, in every form, changes nothing that the form does not list", { timeout: 600_000 }, async () => {
  const { pages, actions } = builtEntries();
  const templates = (await formTemplates(company.marta, pages, actions)).filter(({ isSearch }) => !isSearch);
  const byEvent = [...Map.groupBy(templates, ({ event }) => event).values()].map((forms) => forms[0]!).toSorted(constructiveFirst);
  const odd: string[] = [];
  const accepted: string[] = [];
  for (const [place, template] of byEvent.entries()) {
    for (const [turn, mark] of marks.entries()) {
      const { path, body } = templateFor(template, setNames[(place + turn * 5) % (setNames.length - 1)]!);
      body.delete("_version");
      const own = new Set(template.fields.map(([name]) => name));
      for (const name of extrasOf(own)) body.append(name, mark);
      const { status } = await company.line.post(company.cookies.marta, path, body);
      if (status >= 500) odd.push(`${template.event}: answers ${status}: ${company.server.output().slice(-800)}`);
      if (status === 303) accepted.push(template.event);
      const taken = placesOf(mark).filter((found) => !(listed[template.event] ?? []).includes(found));
      if (taken.length > 0) odd.push(`${template.event}: ${taken}`);
      for (const found of taken) known.add(`${mark} ${found}`);
    }
  }
  const cells = byEvent.length * marks.length * (columns.length * 4 + strange.length);
  promise("A4", `${cells} fields too many in the forms of ${byEvent.length} events, ${new Set(accepted).size} of them accepted: none taken`);
  expect(odd).toEqual([]);
  expect(new Set(accepted).size).toBeGreaterThan(30);
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
});

const known = new Set<string>();

function extrasOf(own: Set<string>): string[] {
  return [...columns.flatMap((name) => [name, `${name}.0`, `data.${name}`, `lines.0.${name}`]), ...strange].filter(
    (name) => !own.has(name) && ![...own].some((one) => name.startsWith(`${one}.`)),
  );
}

/** Where in the data a mark stands, as table and column; what was told already is not told twice. */
function placesOf(mark: string): string[] {
  const { $client } = company.db;
  return Object.values(schema)
    .flatMap((value) => (is(value, Table) ? [value] : []))
    .flatMap((table) => {
      const rows = $client.prepare(`select * from "${(table as unknown as { [key: symbol]: string })[Symbol.for("drizzle:Name")]}"`).all() as Record<
        string,
        unknown
      >[];
      return [...new Set(rows.flatMap((row) => Object.entries(row).flatMap(([column, stored]) => (String(stored).includes(mark) ? [column] : []))))];
    })
    .filter((found) => !known.has(`${mark} ${found}`));
}
