import { afterAll, beforeAll, expect, test } from "vitest";
import { promise } from "../support/promise";
import { type MatrixCompany, matrixCompany } from "./matrix/company";
import { builtEntries } from "./matrix/entry-points";
import { allForms, runFormCells } from "./matrix/form-cells";
import { formTemplates } from "./matrix/form-templates";
import { allCells, runCells } from "./matrix/run-cells";

const built = builtEntries();
const doors = [...built.pages, ...built.routes.filter(({ methods }) => methods.includes("GET")).map(({ path }) => path)];

let company: MatrixCompany;

beforeAll(async () => {
  company = await matrixCompany();
}, 300_000);

afterAll(() => company.stop());

test("every principal at every door of every record", { timeout: 3_600_000 }, async () => {
  const cells = allCells(doors);
  const { tally, complaints } = await runCells(company, cells);
  promise("A1", `${cells.length} cells of principal and address: ${JSON.stringify(tally)}`);
  expect(complaints).toEqual([]);
  expect(cells.length).toBeGreaterThan(10_000);
});

test("every form of every record in every pair of hands that may not send it", { timeout: 3_600_000 }, async () => {
  const cells = allForms(await formTemplates(company.marta, built.pages, built.actions));
  const complaints = await runFormCells(company, cells);
  promise("A1", `${cells.length} denied cells of principal and form`);
  expect(complaints).toEqual([]);
  expect(cells.length).toBeGreaterThan(10_000);
});
