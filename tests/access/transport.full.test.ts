import { afterAll, beforeAll, expect, test } from "vitest";
import { promise } from "../support/promise";
import { type MatrixCompany, matrixCompany } from "./matrix/company";
import { builtEntries } from "./matrix/entry-points";
import { foreignIn } from "./matrix/get-cells";
import { sampledCells } from "./matrix/run-cells";
import { transports } from "./matrix/transports";
import { verdictFor } from "./matrix/verdicts";
import { inParallel } from "./matrix/wire";

let company: MatrixCompany;

beforeAll(async () => {
  company = await matrixCompany();
}, 300_000);

afterAll(() => company.stop());

test("what is denied is denied by every way of asking", { timeout: 3_600_000 }, async () => {
  const built = builtEntries();
  const doors = [...built.pages, ...built.routes.filter(({ methods }) => methods.includes("GET")).map(({ path }) => path)];
  const denied = sampledCells(doors).filter(({ name, target }) => verdictFor(name, target) !== "shown");
  const complaints: string[] = [];
  company.hasChanged();
  for (const [way, sent] of transports) {
    await inParallel(denied, async ({ name, target }) => {
      const heard = await company.line.ask(company.cookies[name], sent(target.address));
      const isServed = heard.status === 200 && /\/(pdf|refused)$/.test(target.path) && !String(heard.headers["content-type"]).startsWith("text/html");
      const leak = foreignIn(name, heard) ?? (isServed ? "a file" : heard.status >= 500 ? `an error ${heard.status}` : undefined);
      if (leak) complaints.push(`${name} ${target.address} ${way}: shows ${leak}`);
    });
    if (company.hasChanged()) complaints.push(`${way}: the data changed`);
  }
  promise("A2", `${denied.length * transports.length} denied cells by ${transports.length} other ways of asking`);
  expect(complaints).toEqual([]);
});
