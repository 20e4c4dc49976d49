import { afterAll, beforeAll, expect, test } from "vitest";
import { company as companies } from "@/db/schema";
import { identities } from "@/lib/access/identities";
import { actions, pages } from "@/lib/access/registry";
import { routes } from "@/lib/access/routes";
import { promise } from "../support/promise";
import { type MatrixCompany, matrixCompany } from "./matrix/company";
import { rightFor, rightForEvent } from "./matrix/doors";
import { builtEntries, manifestsOf, unclassified } from "./matrix/entry-points";
import { idOf } from "./matrix/facts";
import { runAllowedForms, runFormCells, sampledForms } from "./matrix/form-cells";
import { formTemplates } from "./matrix/form-templates";
import { complaintAt, foreignIn } from "./matrix/get-cells";
import { identityComplaints } from "./matrix/identity-cells";
import { neverTaken, unoffered } from "./matrix/never-taken";
import { offComplaints } from "./matrix/off-cells";
import { isOutside } from "./matrix/oracle";
import { paperComplaint, shownPapers } from "./matrix/paper-cells";
import { names } from "./matrix/people";
import { likenessComplaints, referenceCells, referenceComplaint } from "./matrix/reference-cells";
import { allCells, runCells, sampledCells } from "./matrix/run-cells";
import { seenAsComplaints, seenAsCustomerComplaints } from "./matrix/seen-as";
import { verdictFor } from "./matrix/verdicts";
import { unsigned, withoutDrawn } from "./matrix/wire";

const registry = { pages, routes, actions, identities };
const built = builtEntries();
const doors = [...built.pages, ...built.routes.filter(({ methods }) => methods.includes("GET")).map(({ path }) => path)];

let company: MatrixCompany;

beforeAll(async () => {
  company = await matrixCompany();
}, 300_000);

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
  expect(
    Object.keys(actions)
      .filter((event) => !events.has(event))
      .sort(),
  ).toEqual(unoffered);
});

test("no form of identity does anything in the hands of who may not send it, not even the one that takes an example company away", async () => {
  const { name } = company.db.select().from(companies).get()!;
  company.db.$client.exec("update company set is_demo = 1");
  await company.settled();
  company.hasChanged();
  const { complaints, cells } = await identityComplaints(company, built.actions, name);
  company.db.$client.exec("update company set is_demo = 0");
  company.hasChanged();
  promise("A1", `${cells} denied cells of principal and form of identity`);
  expect(complaints).toEqual([]);
  expect(cells).toBeGreaterThan(50);
});

test("a form of one's own that names a record one does not see in one of its fields is not taken, field by field", { timeout: 600_000 }, async () => {
  const cells = referenceCells(await formTemplates(company.marta, built.pages, built.actions));
  const complaints: string[] = [];
  company.hasChanged();
  for (const cell of cells) complaints.push(...[await referenceComplaint(company, cell)].flatMap((told) => told ?? []));
  promise("A1", `${cells.length} fields of forms that name another record`);
  expect(complaints).toEqual([]);
  expect(cells.length).toBeGreaterThan(20);
});

test("a form about a record one does not see is answered as one about a number nobody has", { timeout: 600_000 }, async () => {
  const { complaints, cells } = await likenessComplaints(company, await formTemplates(company.marta, built.pages, built.actions));
  promise("A1", `${cells} events answered alike for what is not seen and for what is not there`);
  expect(complaints).toEqual([]);
  expect(cells).toBeGreaterThan(20);
});

test("what a paper says is its own record's", { timeout: 600_000 }, async () => {
  const cells = shownPapers(allCells(doors));
  const complaints: string[] = [];
  for (const cell of cells) complaints.push(...[await paperComplaint(company, cell)].flatMap((told) => told ?? []));
  await company.settled();
  company.hasChanged();
  promise("A1", `${cells.length} papers read by another program`);
  expect(complaints).toEqual([]);
  expect(cells.length).toBeGreaterThan(8);
});

test("the answer to a form that was accepted is nobody else's to repeat", async () => {
  const path = `/accounts/${idOf({ set: "own", kind: "account" })}/edit`;
  const body = (await company.marta.visit(path)).bodyFor("Guardar", { city: "Apodaca" });
  const first = await company.line.post(company.cookies.marta, path, body);
  expect([first.status, first.location]).toEqual([303, expect.stringContaining("aviso=")]);
  company.hasChanged();
  const [again, theirs] = [await company.line.post(company.cookies.marta, path, body), await company.line.post(company.cookies.luis, path, unsigned(body))];
  expect([again.location, theirs.status, foreignIn("luis", theirs)]).toEqual([first.location, 404, undefined]);
  expect(company.hasChanged()).toBe(false);
});

test("the comparison tells answers apart, and a wrong verdict or a text of another's is told", async () => {
  const [own, other] = [idOf({ set: "own", kind: "account" }), idOf({ set: "others", kind: "account" })];
  const ask = (id: number) => company.line.ask(company.cookies.marta, { path: `/accounts/${id}` });
  const [mine, theirs] = [await ask(own), await ask(other)];
  expect(withoutDrawn(mine)).not.toBe(withoutDrawn(theirs));
  expect(withoutDrawn(mine)).toBe(withoutDrawn(await ask(own)));
  expect(foreignIn("ana", theirs)).toContain(String(other));
  const swapped = { ...company, cookies: { ...company.cookies, luis: company.cookies.marta } };
  const target = { path: "/accounts/[id]", address: `/accounts/${own}`, ref: { set: "own", kind: "account" } } as const;
  expect(await complaintAt(swapped, { name: "luis", target })).toContain("shows a text of");
});

test("who sees the product as somebody else sees what they see, and does nothing of what they may", { timeout: 600_000 }, async () => {
  const { complaints, cells, forms } = await seenAsComplaints(company, "ana", built);
  promise("A8", `${cells} pages seen as another compared with their own, ${forms} forms refused from there`);
  expect(complaints).toEqual([]);
  expect(forms).toBeGreaterThan(50);
});

test("who sees the portal as a customer sees what they see, and nothing of the team's", { timeout: 600_000 }, async () => {
  const told = [await seenAsCustomerComplaints(company, "cara", built), await seenAsCustomerComplaints(company, "tarde", built)];
  promise("A8", `${told[0]!.cells + told[1]!.cells} pages seen as a customer compared with their own`);
  expect(told.flatMap(({ complaints }) => complaints)).toEqual([]);
});

test("whatever leads to what a module holds is shut while it is off, and whatever tells of every module is silent about it", { timeout: 600_000 }, async () => {
  const { complaints, cells } = await offComplaints(company, doors);
  promise("A1", `${cells} pages and files asked for with a module off, one by one`);
  company.hasChanged();
  expect(complaints).toEqual([]);
  expect(cells).toBeGreaterThan(200);
});

test("whoever may send a form is let", { timeout: 600_000 }, async () => {
  const { refused, accepted, untold } = await runAllowedForms(company, await formTemplates(company.marta, built.pages, built.actions));
  promise("A1", `${accepted.length} events done by somebody of the team who may, ${refused.length} that the planted records do not take`);
  expect(refused.filter((told) => !(told.split(" ")[0]! in neverTaken))).toEqual([]);
  expect(Object.keys(neverTaken).filter((event) => accepted.includes(event))).toEqual([]);
  expect(accepted.length).toBeGreaterThan(30);
  promise("D9", `${accepted.length} deeds done over their forms, each left exactly one event of its name`);
  expect(untold).toEqual([]);
});
