import { once } from "node:events";
import { request } from "node:http";
import { afterAll, expect, test } from "vitest";
import { startServer } from "@/tests/support/server";

const server = await startServer();
afterAll(() => server.stop());
const sameOrigin = { "Sec-Fetch-Site": "same-origin" };

test("a page that does not exist is a whole page with its nonce on every script", async () => {
  const response = await fetch(`${server.url}/no-existe`);
  const html = await response.text();
  const [, nonce] = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "") ?? [];
  const scripts = html.match(/<script[^>]*>/g) ?? [];

  expect(response.status).toBe(404);
  expect(html).toContain("</html>");
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`))).toEqual([]);
  expect(response.headers.get("x-powered-by")).toBeNull();
});

test("static files may be cached, and carry the headers too", async () => {
  const [, path] = /src="(\/_next\/static\/[^"]+)"/.exec(await (await fetch(`${server.url}/no-existe`)).text()) ?? [];
  const response = await fetch(`${server.url}${path}`);
  await response.arrayBuffer();
  expect([response.status, response.headers.get("cache-control"), response.headers.get("x-content-type-options")]).toEqual([
    200,
    "public, max-age=31536000, immutable",
    "nosniff",
  ]);
});

test.each([
  ["multipart without a boundary", { "Content-Type": "multipart/form-data" }, "x", 400],
  ["a cut multipart", { "Content-Type": "multipart/form-data; boundary=a" }, '--a\r\nContent-Disposition: form-data; name="$ACTION_ID_', 400],
  ["a broken bound action", { "Content-Type": "multipart/form-data; boundary=a" }, `${field("$ACTION_REF_1", "")}${field("$ACTION_1:0", "{")}--a--\r\n`, 400],
  ["an action of another release", { "Content-Type": "multipart/form-data; boundary=a" }, `${field(`$ACTION_ID_${"0".repeat(42)}`, "")}--a--\r\n`, 409],
])("%s is refused with a whole page", async (_name, headers, body, status) => {
  const response = await fetch(`${server.url}/no-existe`, { method: "POST", headers: { ...sameOrigin, ...headers }, body });
  const html = await response.text();
  expect([404, status]).toContain(response.status);
  expect(html).toContain("</html>");
});

test.each([
  ["a made-up action", { "Next-Action": "7f", "Content-Type": "text/plain" }, "[]"],
  ["a body that is no Flight", { "Next-Action": "0".repeat(42), "Content-Type": "text/plain" }, "{{{{"],
])("%s fetched by a script is no fault of ours", async (_name, headers, body) => {
  const response = await fetch(`${server.url}/no-existe`, { method: "POST", headers: { ...sameOrigin, ...headers }, body });
  await response.text();
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
});

test("TRACE is refused, and the process goes on", async () => {
  const trace = request(server.url, { method: "TRACE" }).end();
  const [answer] = await once(trace, "response");
  answer.resume();
  expect(answer.statusCode).toBe(405);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
});

function field(name: string, value: string) {
  return `--a\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
}
