import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompany } from "../support/company";
import { dataOf, hire } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import { type Visited, type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let rita: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  ({ rita } = await hire(server, { rita: { name: "Rita", profile: "Solo lectura" } }));
});
afterAll(() => server.stop());

/** Whole without a script: a language, a title, a heading, a way on. */
function whole({ html, document, title }: Visited) {
  const links = document.querySelectorAll("main a, main button, nav a").length;
  const { textContent } = document.querySelector("title")!;
  return { isWhole: html.startsWith("<!DOCTYPE html>") || html.startsWith("<!doctype html>"), ends: html.includes("</html>"), title, links, textContent };
}

test("not found: a page of ours, whether the place or the record is missing", async () => {
  for (const [who, path] of [
    [marta, "/accounts/999"],
    [marta, "/portal"],
    [marta, "/settings/users/999"],
    [visitor(server.url), "/no-existe"],
    [visitor(server.url), "/setup"],
  ] as const) {
    const page = await who.visit(path);
    expect([page.status, whole(page)], path).toMatchObject([404, { isWhole: true, ends: true }]);
    expect(whole(page).links, path).toBeGreaterThan(0);
    expect(page.title, path).not.toBe("");
  }
});

test("not allowed: the rule by its name, and whom to ask", async () => {
  const page = await rita.visit("/settings/users");
  expect([page.status, page.title]).toEqual([403, "No permitido"]);
  expect(page.text).toContain("Su perfil no permite ver en Usuarios. Para cambiarlo, pídalo a Marta");
  expect(whole(page)).toMatchObject({ isWhole: true, ends: true });
  const taken = await rita.visit("/lists/accounts/export");
  expect([taken.status, taken.text]).toEqual([403, expect.stringContaining("Su perfil no permite hacer esto. Para cambiarlo, pídalo a Marta")]);
  const hidden = await rita.visit("/catalog?sort=cost");
  const rule = "El perfil Solo lectura oculta este dato: Costo. No se puede ordenar ni filtrar por él. Para cambiarlo, pídalo a Marta";
  expect([hidden.status, hidden.text]).toEqual([400, expect.stringContaining(rule)]);
});

test("not from here: a post of another site", async () => {
  const answer = await marta.ask("/accounts/new", { method: "POST", body: "a=1", headers: { origin: "https://malo.example" } });
  const html = await answer.text();
  expect([answer.status, html.includes("Envío no permitido"), html.includes("</html>")]).toEqual([403, true, true]);
});

test("somebody saved first: both versions, and the form is still there", async () => {
  await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Peña" });
  const mine = await marta.visit("/accounts/1/edit");
  await (await marta.visit("/accounts/1/edit")).submit("Guardar", { city: "Saltillo" });
  const page = await mine.submit("Guardar", { city: "Torreón" });
  expect([page.status, page.valueOf("city"), whole(page)]).toMatchObject([409, "Torreón", { isWhole: true, ends: true }]);
  promise("D6", "the second editor of a record gets both versions and the form, and changes nothing");
});

test("a failure of ours: a reference to give, no cause to read, and the process goes on", async () => {
  const db = dataOf(server);
  db.$client.exec("alter table picklist_options rename to picklist_options_away");
  const page = await marta.visit("/accounts?more=1");
  const post = await (await marta.visit("/accounts/1")).status;
  db.$client.exec("alter table picklist_options_away rename to picklist_options");
  expect([page.status, page.title, whole(page)]).toMatchObject([500, "Falló de nuestro lado", { isWhole: true, ends: true }]);
  expect(page.text).toContain(`dé esta clave a quien administra el sistema: ${page.headers.get("x-request-id")}`);
  expect(page.html).not.toMatch(/picklist_options|SqliteError|at Object|\.js:\d/);
  expect(post).toBeLessThanOrEqual(500);
  expect((await marta.visit("/accounts")).status).toBe(200);
});

/** Without each of these nobody can be known, or what they may do. */
const decisive = ["sessions", "users", "profile_grants", "user_profiles", "profiles", "group_members", "roles", "account_access_counts"];

test("it fails closed: who cannot be known gets a whole page of nothing, and does nothing", async () => {
  const db = dataOf(server);
  const form = await marta.visit("/accounts/1/edit");
  const odd: string[] = [];
  let asked = 0;
  for (const table of decisive) {
    const before = db.$client.prepare("select max(id) from events").pluck().get();
    db.$client.exec(`alter table ${table} rename to ${table}_away`);
    const page = await marta.visit("/accounts");
    const record = await marta.visit("/accounts/1");
    const file = await marta.ask("/settings/audit/file");
    const answers = [page.html, record.html, await file.text()];
    const sent = await form.submit("Guardar", { name: "Peña Nueva" });
    db.$client.exec(`alter table ${table}_away rename to ${table}`);
    asked += answers.length + 1;
    const statuses = [page.status, record.status, file.status, sent.status];
    if (statuses.some((status) => status < 400)) odd.push(`${table}: ${statuses}`);
    if (answers.some((body) => /Peña|Acme|_away/.test(body))) odd.push(`${table}: shows something`);
    if (db.$client.prepare("select max(id) from events").pluck().get() !== before) odd.push(`${table}: does something`);
  }
  db.$client.close();
  promise("A6", `${asked} pages, records, files and forms asked for while who asks could not be known, for ${decisive.length} reasons: none shown, none done`);
  expect(odd).toEqual([]);
  expect((await marta.visit("/accounts")).rows()).toHaveLength(1);
});
