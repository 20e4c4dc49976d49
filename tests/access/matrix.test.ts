import { afterAll, beforeAll, expect, test } from "vitest";
import { actions, identities, pages, routes } from "@/lib/access/registry";
import { promise } from "../support/promise";
import { type MatrixCompany, matrixCompany } from "./matrix/company";
import { rightFor, rightForEvent } from "./matrix/doors";
import { builtEntries, manifestsOf, unclassified } from "./matrix/entry-points";
import { runFormCells, sampledForms } from "./matrix/form-cells";
import { formTemplates } from "./matrix/form-templates";
import { isOutside } from "./matrix/oracle";
import { names } from "./matrix/people";
import { runCells, sampledCells } from "./matrix/run-cells";
import { verdictFor } from "./matrix/verdicts";

const registry = { pages, routes, actions, identities };
const built = builtEntries();
const doors = [...built.pages, ...built.routes.filter(({ methods }) => methods.includes("GET")).map(({ path }) => path)];

let company: MatrixCompany;

beforeAll(async () => {
  company = await matrixCompany();
});

afterAll(() => company.stop());

test("every entry point that was built has one policy, and every policy an entry point", () => {
  expect(unclassified(built, registry)).toEqual([]);
});

test("a page, a route or an action more without a policy is told by its name", () => {
  const real = manifestsOf();
  const paths = { ...real.paths, "/(staff)/secrets/page": "/secrets", "/(staff)/imports/[id]/refused/route": "/imports/[id]/everything" };
  const references = { ...real.references, "7fdead": { exportedName: "wipe", filename: "app/(staff)/accounts/actions.ts" } };
  expect(unclassified(builtEntries(process.cwd(), { paths, references }), registry)).toEqual([
    "page /secrets",
    "route /imports/[id]/everything",
    "route /imports/[id]/refused (never built)",
    "action app/(staff)/accounts/actions.ts#wipe",
  ]);
});

test("every policy says what its address or its event promises", () => {
  const told = { ...pages, ...routes };
  expect(told).toEqual(Object.fromEntries(Object.keys(told).map((path) => [path, rightFor(path)])));
  expect(actions).toEqual(Object.fromEntries(Object.keys(actions).map((event) => [event, rightForEvent(event)])));
});

test("each principal at each door gets what the model says, and nothing changes", { timeout: 600_000 }, async () => {
  const cells = sampledCells(doors);
  const { tally, complaints } = await runCells(company, cells);
  promise("A1", `${cells.length} cells of principal and address: ${JSON.stringify(tally)}`);
  expect(complaints).toEqual([]);
  expect(cells.length).toBeGreaterThan(1500);
});

test("no file is taken in from who may not send it", async () => {
  const complaints: string[] = [];
  for (const path of built.routes.filter(({ methods }) => methods.includes("POST") && !methods.includes("GET")).map(({ path }) => path)) {
    for (const name of names.filter((one) => verdictFor(one, { path, address: path }) !== "shown")) {
      const body = new FormData();
      body.append("kind", "accounts");
      body.append("file", new Blob(["nombre\nPrueba"], { type: "text/csv" }), "prueba.csv");
      const { status, location } = await company.line.post(company.cookies[name], path, body);
      const isRefused = location.startsWith(isOutside(name) ? "/login" : "/") && (isOutside(name) || location.includes("error=refused"));
      if (status !== 303 || !isRefused || company.hasChanged()) complaints.push(`${name} ${path}: ${status} ${location}`);
    }
  }
  expect(complaints).toEqual([]);
});

test("no form does anything in the hands of who may not send it", { timeout: 600_000 }, async () => {
  const templates = await formTemplates(company.marta, built.pages, built.actions);
  const cells = sampledForms(templates);
  const complaints = await runFormCells(company, cells);
  const events = new Set(cells.map(({ template }) => template.event));
  promise("A1", `${cells.length} denied cells of principal and form, of ${events.size} events`);
  expect(complaints).toEqual([]);
  expect(Object.keys(actions).filter((event) => !events.has(event))).toEqual(["import.uploaded", "company.logo_set"]);
});
