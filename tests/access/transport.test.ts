import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { text } from "node:stream/consumers";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Database } from "@/db/open";
import { roles } from "@/db/schema";
import { write } from "@/db/write";
import { startCompany } from "../support/company";
import { databaseHash, dataOf, hire } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import type { Visited, Visitor } from "../support/visit";
import { bait, canary, plant } from "./canaries";

let server: RunningServer;
let db: Database;
let ana: Visitor;
let luis: Visitor;

beforeAll(async () => {
  ({ server } = await startCompany({ fields: { preset: "own" } }));
  const hired = await hire(server, { ana: { name: "Ana", profile: "Ejecutivo" }, luis: { name: "Luis", profile: "Ejecutivo" } });
  ({ ana, luis } = hired);
  db = dataOf(server);
  write(db, (tx) => {
    const { id: roleId } = tx.select({ id: roles.id }).from(roles).where(eq(roles.name, "Ejecutivo")).get()!;
    plant(tx, { ownerId: hired.ana.userId, roleId, from: 700_100, words: `${bait} ${canary}` });
  });
});

afterAll(async () => {
  db.$client.close();
  await server.stop();
});

type Sent = { method?: string; path?: string; headers?: Record<string, string>; body?: string | Buffer };
type Attack = [name: string, change: (honest: { method: string; path: string; headers: Record<string, string>; body: Buffer }) => Sent, statuses: number[]];

const without = (headers: Record<string, string>, ...names: string[]) => Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
const from =
  (change: Record<string, string | undefined>): Attack[1] =>
  (honest) => ({
    ...honest,
    headers: Object.fromEntries(Object.entries({ ...honest.headers, ...change }).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  });

const attacks: Attack[] = [
  ["Origin of another site", from({ origin: "https://evil.example" }), [403]],
  ["Origin of another site, and nothing said of the fetch", from({ origin: "https://evil.example", "sec-fetch-site": undefined }), [403]],
  ["Origin that begins like ours", from({ origin: "http://localhost.evil.example", "sec-fetch-site": undefined }), [403]],
  ["another port of this machine", from({ origin: "http://localhost:1", "sec-fetch-site": "same-site" }), [403]],
  ["Origin null", from({ origin: "null" }), [403]],
  ["Origin null, cross-site", from({ origin: "null", "sec-fetch-site": "cross-site" }), [403]],
  ["no Origin, cross-site", from({ origin: undefined, "sec-fetch-site": "cross-site" }), [403]],
  ["no Origin, from a subdomain", from({ origin: undefined, "sec-fetch-site": "same-site" }), [403]],
  ["our Origin, from a subdomain", from({ "sec-fetch-site": "same-site" }), [403]],
  ["typed in the address bar", from({ origin: undefined, "sec-fetch-site": "none" }), [403]],
  ["neither Origin nor Fetch Metadata", from({ origin: undefined, "sec-fetch-site": undefined }), [403]],
  ["text/plain from another site", from({ origin: "https://evil.example", "content-type": "text/plain", "sec-fetch-site": "cross-site" }), [403]],
  ["text/plain", from({ "content-type": "text/plain" }), [200, 400, 403, 409, 415]],
  [
    "urlencoded from another site",
    from({ origin: "https://evil.example", "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" }),
    [403],
  ],
  ["a forwarded host that is theirs", from({ origin: "https://evil.example", "x-forwarded-host": "evil.example", "sec-fetch-site": undefined }), [403]],
  ["a Host that is theirs", from({ host: "evil.example", origin: "http://evil.example" }), [421]],
  ["GET with a body", (honest) => ({ ...honest, method: "GET" }), [200, 400, 405]],
  ["HEAD with a body", (honest) => ({ ...honest, method: "HEAD" }), [200, 400, 405]],
  [
    "GET that says it is POST",
    (honest) => ({ ...honest, method: "GET", body: "", headers: { ...without(honest.headers, "content-length"), "x-http-method-override": "POST" } }),
    [200],
  ],
  ["PUT from another site", (honest) => ({ ...honest, method: "PUT", headers: { ...honest.headers, origin: "https://evil.example" } }), [403]],
  ["TRACE", (honest) => ({ ...honest, method: "TRACE", body: "", headers: without(honest.headers, "content-length") }), [405]],
];

const forms: [string, string, Record<string, string>][] = [
  ["an edit", "/accounts/700101/edit", { city: "Otra" }],
  ["a creation", "/accounts/new", { name: "Otra" }],
];

test.each(forms)("%s is not sent by anybody else's page", async (name, path, typed) => {
  const page = await ana.visit(path);
  const honest = await honestly(page, page.bodyFor("Guardar", typed));
  const before = databaseHash(db);
  const seen = [];
  for (const [attack, change, statuses] of attacks) {
    const { status } = await ask(ana, change(honest));
    seen.push([attack, statuses.includes(status) ? "refused" : status, databaseHash(db) === before ? "unchanged" : "changed"]);
  }
  expect(seen).toEqual(attacks.map(([name]) => [name, "refused", "unchanged"]));

  expect((await ask(ana, honest)).status).toBe(303);
  expect(databaseHash(db)).not.toBe(before);
  promise("W1", `${attacks.length} posts of other sites to ${name}, 0 changes`);
});

const record = "/accounts/700101";
const beside = "/accounts/800101";
const variants: [string, (path: string) => string, Record<string, string>?][] = [
  ["as it is", (path) => path],
  ["as data for scripts", (path) => path, { rsc: "1" }],
  ["as data, with its address", (path) => `${path}?_rsc=abcde`, { rsc: "1" }],
  ["as a prefetch", (path) => `${path}?_rsc=abcde`, { rsc: "1", "next-router-prefetch": "1" }],
  ["as a segment of a prefetch", (path) => `${path}?_rsc=abcde`, { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" }],
  ["as a segment", (path) => path, { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/__PAGE__" }],
  ["with a state tree", (path) => path, { rsc: "1", "next-router-state-tree": encodeURIComponent('["",{"children":["accounts",{}]}]') }],
  ["by the file of its data", (path) => `${path}.rsc`],
  ["with a slash at its end", (path) => `${path}/`],
  ["with two slashes before", (path) => `/${path}`],
  ["with two slashes inside", (path) => path.replace("s/", "s//")],
  ["in capitals", (path) => path.toUpperCase()],
  ["with an escaped letter", (path) => path.replace("a", "%61")],
  ["with an escaped slash", (path) => path.replace("s/", "s%2f")],
  ["by way of a dot", (path) => path.replace("s/", "s/%2e/")],
  ["by way of two dots", (path) => `/login/%2e%2e${path}`],
  ["by way of plain dots", (path) => `/login/..${path}`],
  ["with a middleware's header", (path) => path, { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" }],
  ["with an invoked path", () => "/login", { "x-invoke-path": record, "x-matched-path": record, "x-rewrite-url": record, "x-original-url": record }],
  ["for a colleague, by a parameter", (path) => `${path}?userId=1&isAdmin=1`],
  ["padded", (path) => path.replace(/(\d+)/, "0$1")],
  ["with a fraction", (path) => `${path}.0`],
  ["in another notation", (path) => path.replace("700101", "0xaaec5").replace("800101", "0xc3565")],
];

test.each(variants)("a stranger's record %s answers as one that does not exist", async (_name, shape, headers) => {
  const before = databaseHash(db);
  const [real, unknown] = [await ask(luis, { path: shape(record), headers }), await ask(luis, { path: shape(beside), headers })];
  expect(real.status).toBe(unknown.status);
  expect(real.status).toBeLessThan(500);
  expect(real.body).not.toContain(canary);
  expect(real.length).toBe(unknown.length);
  const nobody = await ask(undefined, { path: shape(record), headers });
  expect(nobody.body).not.toContain(canary);
  expect(databaseHash(db)).toBe(before);
});

test("the owner does see it by the ways that lead there", async () => {
  for (const name of ["as it is", "as data for scripts", "as data, with its address", "with a slash at its end"]) {
    const [, shape, headers] = variants.find(([one]) => one === name)!;
    expect((await ask(ana, { path: shape(record), headers })).body, name).toContain(canary);
  }
  promise("A2", `a stranger's record asked for in ${variants.length} ways: none shows it`);
});

async function honestly(page: Visited, form: FormData) {
  const whole = new Response(form);
  const body = Buffer.from(await whole.arrayBuffer());
  const headers = {
    host: new URL(server.url).host,
    "content-type": whole.headers.get("content-type")!,
    "content-length": String(body.length),
    origin: server.url,
    "sec-fetch-site": "same-origin",
  };
  return { method: "POST", path: page.path, headers, body };
}

/** The address goes out as it is written: no client tidies it. A way to the same page under its own name is followed. */
async function ask(who: Visitor | undefined, sent: Sent, hops = 0): Promise<{ status: number; body: string; length: number }> {
  const { method = "GET", path = "/", headers = {}, body } = sent;
  const { hostname, port, host } = new URL(server.url);
  const cookie = [...(who?.jar ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  const outgoing = request({ hostname, port, method, path, agent: false, setHost: false, headers: { host, ...(cookie && { cookie }), ...headers } });
  outgoing.end(body);
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const answer = await text(incoming);
  outgoing.destroy();
  const { location } = incoming.headers;
  if (method === "GET" && location?.startsWith("/") && hops < 3) return ask(who, { ...sent, path: location }, hops + 1);
  return { status: incoming.statusCode!, body: answer, length: answer.length };
}
