import { afterAll, beforeAll, expect, test } from "vitest";
import { sessions } from "@/db/schema";
import { startCompany } from "../support/company";
import { dataOf } from "../support/people";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
});
afterAll(() => server.stop());

const json = async (browser: Visitor, path: string) => (await browser.ask(path)).json();

test("the session of the login page is the one the handler knows, and nobody else's", async () => {
  const cookie = marta.jar.get("cartera");
  expect(await json(marta, "/api/auth/session")).toEqual({ expires: expect.any(String) });
  expect((await marta.visit("/accounts")).status).toBe(200);
  expect(marta.jar.get("cartera")).toBe(cookie);
  expect(await json(visitor(server.url), "/api/auth/session")).toEqual({});
});

test("no other way in is offered", async () => {
  expect(await json(marta, "/api/auth/providers")).toEqual({});
  const answer = await visitor(server.url).ask("/api/auth/signin?callbackUrl=https://malo.example");
  await answer.arrayBuffer();
  const place = answer.headers.get("location");
  expect(place === null || new URL(place, server.url).origin === server.url).toBe(true);
});

test("signing out there ends the session here", async () => {
  const kept = marta.jar.get("cartera")!;
  const { csrfToken } = await json(marta, "/api/auth/csrf");
  const body = new URLSearchParams({ csrfToken, json: "true", callbackUrl: "https://malo.example" });
  const answer = await marta.ask("/api/auth/signout", { method: "POST", body, headers: { origin: server.url, "sec-fetch-site": "same-origin" } });
  expect(await answer.text()).not.toContain("malo.example");
  const db = dataOf(server);
  expect(db.select().from(sessions).all()).toEqual([]);
  db.$client.close();
  marta.jar.set("cartera", kept);
  expect(await json(marta, "/api/auth/session")).toEqual({});
  marta.jar.set("cartera", kept);
  expect((await marta.visit("/accounts")).path).toContain("/login");
});
