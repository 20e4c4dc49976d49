import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sessions, users } from "@/db/schema";
import { password, startCompany } from "../support/company";
import { dataOf, hire, logIn } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  await hire(server, { ana: { name: "Ana", profile: "Ejecutivo" }, luis: { name: "Luis", profile: "Ejecutivo" } });
  const db = dataOf(server);
  db.update(users).set({ isActive: false }).where(eq(users.name, "Luis")).run();
  db.$client.close();
});
afterAll(() => server.stop());

test("one comes in and goes out without scripts", async () => {
  const ana = await logIn(server, "ana@ejemplo.test");
  expect((await ana.visit("/")).status).toBe(200);
  const out = await (await ana.visit("/")).submit("Salir");
  expect(out.path).toBe("/login");
  expect((await ana.visit("/")).path).toBe("/login");
});

test("the session ends on the server too: its cookie kept aside opens nothing", async () => {
  const ana = await logIn(server, "ana@ejemplo.test");
  const kept = new Map(ana.jar);
  await (await ana.visit("/")).submit("Salir");
  for (const [name, value] of kept) ana.jar.set(name, value);
  expect((await ana.visit("/")).path).toBe("/login");
});

test("every failure says the same", async () => {
  const answers = [];
  for (const [email, secret] of [
    ["ana@ejemplo.test", "otra frase larga"],
    ["nadie@ejemplo.test", password],
    ["luis@ejemplo.test", password],
  ] as const) {
    const answer = await (await visitor(server.url).visit("/login")).submit("Entrar", { email, password: secret });
    const { date: _date, "x-request-id": _id, "content-security-policy": policy, ...headers } = Object.fromEntries(answer.headers);
    answers.push({ status: answer.status, summary: answer.summary, headers, policy: policy?.replace(/nonce-[^']+/g, ""), typed: answer.valueOf("password") });
  }
  expect(answers[0]).toMatchObject({ status: 200, typed: "" });
  expect(answers[0]!.summary).toContain("El correo o la contraseña no coinciden.");
  expect(answers[1]).toEqual(answers[0]);
  expect(answers[2]).toEqual(answers[0]);
});

test("the cookie is for the server alone, this site alone, and changes at each login", async () => {
  const ana = visitor(server.url);
  const form = await ana.visit("/login");
  const body = form.bodyFor("Entrar", { email: "ana@ejemplo.test", password });
  const headers = { origin: new URL(server.url).origin, "sec-fetch-site": "same-origin" };
  const answer = await ana.ask("/login", { method: "POST", body, headers });
  const [cookie] = answer.headers.getSetCookie().filter((text) => text.startsWith("cartera="));
  expect(answer.status).toBe(303);
  expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=lax$/i);

  const first = ana.jar.get("cartera");
  await (await ana.visit("/login")).submit("Entrar", { email: "ana@ejemplo.test", password });
  const second = ana.jar.get("cartera");
  expect(second).not.toBe(first);
  ana.jar.set("cartera", first!);
  expect((await ana.visit("/")).path).toBe("/login");
  promise("S5", "another session at each login, 0 pages for the old one");
});

test("a cookie of somebody else's making is nobody", async () => {
  const stranger = visitor(server.url);
  for (const value of ["", "x", `${"A".repeat(43)}.${"B".repeat(43)}`, "%00", `${marta.jar.get("cartera")}x`]) {
    stranger.jar.set("cartera", value);
    expect((await stranger.visit("/accounts")).path, value).toBe("/login?next=%2Faccounts");
  }
});

test("only a hash of the session and argon2id of the password are kept", () => {
  const db = dataOf(server);
  const [sid] = decodeURIComponent(marta.jar.get("cartera")!).split(".");
  expect(JSON.stringify(db.select().from(sessions).all())).not.toContain(sid);
  expect(db.select({ hash: users.passwordHash }).from(users).where(eq(users.id, 1)).get()!.hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
  db.$client.close();
});
