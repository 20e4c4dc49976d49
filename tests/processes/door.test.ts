import type { IncomingMessage, ServerResponse } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { request, setStatus } from "@/lib/web/request";
import { closeDoors, door, settings } from "@/tests/support/door";

const local = settings({});
const host = "localhost:3000";
const own = { Host: host, Origin: `http://${host}` };
afterEach(closeDoors);

test.each([
  ["our own origin", own, 200],
  ["our own origin and the browser's word", { ...own, "Sec-Fetch-Site": "same-origin" }, 200],
  ["only the browser's word", { Host: host, "Sec-Fetch-Site": "same-origin" }, 200],
  ["another name of this machine", { Host: "127.0.0.1:3000", Origin: "http://127.0.0.1:3000" }, 200],
  ["the IPv6 name of this machine", { Host: "[::1]:3000", Origin: "http://[::1]:3000" }, 200],
  ["a name in capitals", { Host: "LOCALHOST:3000", Origin: `http://${host}` }, 200],
  ["another origin", { Host: host, Origin: "https://malo.example" }, 403],
  ["another origin that claims to be the same", { Host: host, Origin: "https://malo.example", "Sec-Fetch-Site": "same-origin" }, 403],
  ["our name at another port", { Host: host, Origin: "http://localhost:3001" }, 403],
  ["one of our names from another", { Host: host, Origin: "http://127.0.0.1:3000" }, 403],
  ["an opaque origin", { Host: host, Origin: "null" }, 403],
  ["a sub-domain", { ...own, "Sec-Fetch-Site": "same-site" }, 403],
  ["another site", { Host: host, "Sec-Fetch-Site": "cross-site" }, 403],
  ["the address bar", { Host: host, "Sec-Fetch-Site": "none" }, 403],
  ["nobody says from where", { Host: host }, 403],
  ["a foreign host", { Host: "malo.example", Origin: "http://malo.example" }, 421],
  ["our name without its port", { Host: "localhost", Origin: "http://localhost" }, 421],
])("a post from %s", async (_name, headers, status) => {
  const { ask, seen } = await door();
  expect((await ask("/", { method: "POST", headers, body: "a=1" })).status).toBe(status);
  expect(seen.length).toBe(status === 200 ? 1 : 0);
});

test.each([
  ["TRACE", "/", {}, 405],
  ["OPTIONS", "/", {}, 405],
  ["PROPFIND", "/", {}, 405],
  ["GET", `/?q=${"x".repeat(8_001)}`, {}, 414],
  ["GET", "//malo.example/a", {}, 400],
  ["GET", "http://malo.example/a", {}, 400],
  ["GET", "/%E0%A4%A", {}, 400],
  ["GET", "/a%00b", {}, 400],
  ["GET", "/", { Host: "malo.example" }, 421],
  ["GET", "/", { "X-Large": "x".repeat(17_000) }, 431],
  ["POST", "/", { "Content-Length": "1048577" }, 413],
  ["POST", "/api/uploads", { "Content-Length": "1048577" }, 200],
  ["POST", "/api/uploads", { "Content-Length": "20971521" }, 413],
  ["POST", "/api/uploads/attachments", { "Content-Length": "62914561" }, 413],
  ["POST", "/", { "Transfer-Encoding": "chunked" }, 411],
  ["POST", "/", { "X-HTTP-Method-Override": "DELETE", Origin: "http://malo.example" }, 403],
])("%s %s is answered by rule", async (method, path, headers, status) => {
  const { ask } = await door();
  const answer = await ask(path, { method, headers: { ...own, ...headers } });
  expect(answer.status).toBe(status);
  expect(answer.headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
  if (status !== 200 && status !== 405) expect(answer.body).toContain('<a href="/">Ir al inicio</a>');
});

test("CONNECT is refused without hurting the process", async () => {
  const { port, ask } = await door();
  const socket = connect(port, "127.0.0.1").end("CONNECT malo.example:443 HTTP/1.1\r\nHost: malo.example\r\n\r\n");
  expect(await text(socket)).toContain("HTTP/1.1 405");
  expect((await ask("/")).status).toBe(200);
});

test("every answer carries the headers, with a nonce of its own that the page knows", async () => {
  const { ask, seen } = await door();
  const [first, second] = [await ask("/"), await ask("/")];
  const nonces = [first, second].map(({ headers }) => /'nonce-([^']+)' 'strict-dynamic'/.exec(String(headers["content-security-policy"]))?.[1]);

  expect(new Set(nonces).size).toBe(2);
  expect(seen.map(({ nonce }) => nonce)).toEqual(nonces);
  expect(seen[0]?.policy).toBe(first.headers["content-security-policy"]);
  expect(first.headers).toMatchObject({
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  });
  expect(first.headers["permissions-policy"]).toContain("camera=()");
  expect(first.headers["strict-transport-security"]).toBeUndefined();
});

test("over https it insists on https, and answers at no other name", async () => {
  const { ask } = await door(settings({ HOST: "0.0.0.0", APP_URL: "https://cartera.ejemplo.com" }));
  const answer = await ask("/", { headers: { Host: "cartera.ejemplo.com" } });
  expect(answer.headers["strict-transport-security"]).toContain("max-age=31536000");
  expect((await ask("/", { headers: { Host: host } })).status).toBe(421);
});

test("what a visitor says of itself does not reach the page", async () => {
  const { ask, seen } = await door();
  await ask("/", { headers: { Host: host, "X-Middleware-Subrequest": "a", "X-Forwarded-Host": "malo.example", "X-Forwarded-For": "9.9.9.9", "X-Nonce": "n" } });
  expect(seen[0]?.names.filter((name) => name.startsWith("x-"))).toEqual([]);
  expect(seen[0]).toMatchObject({ ip: "127.0.0.1", url: `http://${host}/`, host });
});

test("a trusted proxy says who is asking", async () => {
  const { ask, seen } = await door(settings({ TRUSTED_PROXIES: "127.0.0.1, 10.0.0.1" }));
  await ask("/", { headers: { Host: host, "X-Forwarded-For": "6.6.6.6, 9.9.9.9, 10.0.0.1" } });
  expect(seen[0]?.ip).toBe("9.9.9.9");
});

test("programs post to the API without a browser's headers, and without cookies", async () => {
  const { ask, seen } = await door();
  const answer = await ask("/api/v1/accounts", { method: "POST", headers: { Host: host, Cookie: "session=1", Origin: "https://otro.example" }, body: "{}" });
  expect(answer.status).toBe(200);
  expect(seen[0]?.names).not.toContain("cookie");
});

test("the page's status wins over the one written for it", async () => {
  const { ask } = await door(local, (_req, res) => {
    setStatus(404);
    res.statusCode = 200;
    res.setHeader("Content-Type", "text/html");
    res.end("<h1>No está</h1>");
  });
  const { status, body } = await ask("/");
  expect([status, body]).toEqual([404, "<h1>No está</h1>"]);
});

test("a redirect stays one", async () => {
  const { ask } = await door(local, (_req, res) => {
    setStatus(404);
    res.writeHead(303, { Location: "/" }).end();
  });
  expect((await ask("/")).status).toBe(303);
});

test("a post that no code of ours was reached by is the sender's fault", async () => {
  const { ask } = await door(local, (_req, res) => void res.writeHead(500).end("Internal Server Error"));
  const post = await ask("/", { method: "POST", headers: own, body: "x" });
  expect([post.status, post.body.includes("No entendimos el pedido")]).toEqual([400, true]);

  const get = await ask("/");
  expect([get.status, get.body.includes("Algo falló")]).toEqual([500, true]);
});

test("a failure of ours stays one, with its reference", async () => {
  const { ask } = await door(local, () => {
    request();
    throw new Error("boom");
  });
  const { status, body, headers } = await ask("/", { method: "POST", headers: own, body: "x" });
  expect(status).toBe(500);
  expect(body).toContain(String(headers["x-request-id"]));
  expect(body).not.toContain("boom");
});

test("only what is the same for everybody may be cached", async () => {
  const cached = (_req: IncomingMessage, res: ServerResponse) => void res.setHeader("Cache-Control", "public, max-age=60").end("x");
  const { ask } = await door(local, cached);
  const found = [];
  for (const path of ["/_next/static/a.js", "/logo.svg", "/accounts"]) found.push((await ask(path)).headers["cache-control"]);
  expect(found).toEqual(["public, max-age=60", "public, max-age=60", "no-store"]);
});

test("beyond what it can carry it says later, and recovers", async () => {
  const waiting: ServerResponse[] = [];
  const { ask } = await door(local, (_req, res) => void waiting.push(res), 2);
  const held = [ask("/"), ask("/")];
  await expect.poll(() => waiting.length).toBe(2);

  const shed = await ask("/");
  expect([shed.status, shed.headers["retry-after"]]).toEqual([503, "2"]);
  for (const res of waiting.splice(0)) res.end("x");
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
  const later = ask("/");
  await expect.poll(() => waiting.length).toBe(1);
  waiting[0]?.end();
  expect((await later).status).toBe(200);
});
