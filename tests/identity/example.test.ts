import { afterAll, beforeAll, expect, test } from "vitest";
import { portalUsers } from "@/db/schema";
import { complaintsOf } from "@/scripts/doctor/data";
import { password, setupPath } from "../support/company";
import { databaseHash, dataOf, logIn } from "../support/people";
import { startServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

const server = await startServer();
afterAll(() => server.stop());
let owner: Visitor;

beforeAll(async () => {
  owner = visitor(server.url);
  const setup = await owner.visit(setupPath(server));
  const home = await setup.submit("Ver con una empresa de ejemplo", { pack: "BO", email: "quien.mira@ejemplo.test", password });
  expect([home.status, home.path]).toEqual([200, "/"]);
}, 240_000);

test("the set-up page fills a company that holds, and says on every page that it is one", async () => {
  const db = dataOf(server);
  expect(complaintsOf(db)).toEqual([]);
  const address = db.select({ email: portalUsers.email }).from(portalUsers).get()!.email;
  db.$client.close();
  for (const path of ["/", "/accounts", "/invoices", "/settings"]) expect((await owner.visit(path)).text).toContain("Empresa de ejemplo · Empezar de verdad");
  const customer = await logIn(server, address);
  const portal = await customer.visit("/portal");
  expect(portal.text).toContain("Empresa de ejemplo");
  expect(portal.text).not.toContain("Empezar de verdad");
  expect((await visitor(server.url).visit("/setup")).status).toBe(404);
}, 120_000);

test("only who administers it takes it away, and only by its name", async () => {
  const wrong = await (await owner.visit("/settings/example")).submit("Quitar el ejemplo y empezar", { name: "Otra" });
  expect(wrong.errorFor("name")).toBe("Ese no es el nombre de la empresa de ejemplo.");
  const manager = await logIn(server, "edgar.condori@ejemplo.test");
  expect((await manager.visit("/settings/example")).status).toBe(403);
  const form = (await owner.visit("/settings/example")).bodyFor("Quitar el ejemplo y empezar", { name: "Distribuidora Illimani" });
  const refused = await manager.post("/settings/example", form);
  expect(refused.text).not.toContain("Le damos la bienvenida");
  expect((await owner.visit("/accounts")).status).toBe(200);
}, 120_000);

test("taken away, nothing is left and one's own company is made; that one cannot be taken away", async () => {
  const manager = await logIn(server, "edgar.condori@ejemplo.test");
  const leaving = await owner.visit("/settings/example");
  const body = leaving.bodyFor("Quitar el ejemplo y empezar", { name: "distribuidora illimani" });
  const setup = await leaving.submit("Quitar el ejemplo y empezar", { name: "distribuidora illimani" });
  expect(setup.path).toMatch(/^\/setup\?token=/);
  expect((await manager.visit("/accounts")).path).toContain("/login");

  const home = await setup.submit("Empezar", { companyName: "La mía", name: "Marta Ríos", email: "marta@ejemplo.test", password });
  expect([home.path, home.text.includes("Empresa de ejemplo")]).toEqual(["/", false]);
  expect((await owner.visit("/accounts")).rows()).toEqual([]);
  expect((await owner.visit("/settings/example")).text).toContain("Esta empresa no es de ejemplo");

  const db = dataOf(server);
  const before = databaseHash(db);
  body.set("name", "La mía");
  body.set("_submission", crypto.randomUUID());
  expect((await owner.post("/settings/example", body)).path).toBe("/settings/example");
  expect(databaseHash(db)).toBe(before);

  // The flag alone stood between this form and the company.
  db.$client.exec("update company set is_demo = 1");
  body.set("_submission", crypto.randomUUID());
  expect((await owner.post("/settings/example", body)).path).toMatch(/^\/setup\?token=/);
  expect(databaseHash(db)).not.toBe(before);
  db.$client.close();
}, 120_000);
