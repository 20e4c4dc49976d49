import { afterAll, beforeAll, expect, test } from "vitest";
import { safePath } from "@/lib/web/safe-path";
import { password, startCompany } from "../support/company";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import { visitor } from "../support/visit";

let server: RunningServer;
beforeAll(async () => {
  ({ server } = await startCompany());
});
afterAll(() => server.stop());

const host = "malo.example";
const schemes = ["http:", "https:", "HTTPS:", "ftp:", "ws:", "file:", "data:text/html,", "javascript:alert(1)//", "vbscript:", "blob:", "mailto:"];
const slashes = ["//", "///", "////", "/\\", "\\/", "\\\\", "\\", "/\\/", "/%5c", "/%2f", "%2f%2f", "/.//", "/..//", "/./\\", "/;//"];
const spaces = ["\t//", "/\t/", "%09//", "/%09/", "\n//", "/\n/", "\r//", "/\r\n/", " //", "/ /", "\u0000//", "/\u0000/", "\u00a0//", "/\u200b/", "\ufeff//"];
const corpus = [
  ...schemes.map((scheme) => `${scheme}//${host}/`),
  ...slashes.map((start) => `${start}${host}/`),
  ...spaces.map((start) => `${start}${host}/`),
  `https:${host}`,
  `http:/${host}`,
  `//ejemplo@${host}`,
  `https://localhost@${host}/`,
  `https://localhost:3000@${host}`,
  `//${host}%2f..`,
  `//${host}\\@localhost`,
  `/\uff0f${host}`,
  `//malo\u3002example/`,
  `//malo\uff0eexample`,
  `@${host}`,
  `.${host}`,
  `:80@${host}`,
  `?next=//${host}`,
  `#//${host}`,
  `/login?next=//${host}`,
  `////\u2044${host}`,
  `x://${host}`,
  `${"/".repeat(50)}${host}`,
];

test("sixty ways out of the house all lead inside", () => {
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  for (const text of corpus) {
    const path = safePath(text);
    const url = new URL(path, "http://casa.test:3000");
    expect([path.startsWith("/"), url.origin], JSON.stringify(text)).toEqual([true, "http://casa.test:3000"]);
    expect(url.pathname.startsWith("//"), JSON.stringify(text)).toBe(false);
  }
});

test("what is inside is kept", () => {
  for (const path of ["/accounts", "/accounts?q=pe%C3%B1a&sort=-name", "/calendar?day=2026-01-01"]) expect(safePath(path)).toBe(path);
});

test("the login answers with a place of its own, whatever it was asked", async () => {
  const origin = new URL(server.url).origin;
  const browser = visitor(server.url);
  const form = await browser.visit("/login");
  for (const next of corpus) {
    const body = form.bodyFor("Entrar", { email: "marta@ejemplo.test", password, next });
    const answer = await browser.ask("/login", { method: "POST", body, headers: { origin, "sec-fetch-site": "same-origin" } });
    await answer.arrayBuffer();
    const place = answer.headers.get("location");
    expect(place && new URL(place, server.url).origin, JSON.stringify(next)).toBe(origin);
  }
  promise("W2", `${corpus.length} foreign addresses, 0 followed`);
}, 240_000);
