import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompany } from "../support/company";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
});
afterAll(() => server.stop());

const directives = ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"];

test("every answer carries the headers: pages, redirects, errors, data and static files", async () => {
  const [, script] = /src="(\/_next\/static\/[^"]+)"/.exec((await marta.visit("/")).html)!;
  const paths = ["/", "/accounts", "/accounts/999", "/no-existe", "/login", "/setup", "/portal", "/settings/me", "/password/x", "/api/health"];
  const answers = [];
  for (const path of [...paths, "/api/auth/session", script!, "/icons.svg"]) answers.push({ path, answer: await marta.ask(path) });
  answers.push({ path: "stranger", answer: await visitor(server.url).ask("/accounts") });
  answers.push({ path: "cross", answer: await marta.ask("/login", { method: "POST", body: "a=1", headers: { origin: "https://malo.example" } }) });

  for (const { path, answer } of answers) {
    await answer.arrayBuffer();
    const { headers } = answer;
    const policy = headers.get("content-security-policy") ?? "";
    expect(
      directives.filter((directive) => !policy.includes(directive)),
      path,
    ).toEqual([]);
    expect(policy, path).not.toMatch(/unsafe-inline|unsafe-eval/);
    expect([headers.get("x-content-type-options"), headers.get("referrer-policy"), headers.get("x-frame-options")], path).toEqual([
      "nosniff",
      "same-origin",
      "DENY",
    ]);
    expect([headers.get("cross-origin-opener-policy"), headers.get("cross-origin-resource-policy")], path).toEqual(["same-origin", "same-origin"]);
    expect([headers.get("permissions-policy")?.includes("camera=()"), headers.get("x-powered-by")], path).toEqual([true, null]);
    if (!path.startsWith("/_next/") && path !== "/icons.svg") expect(headers.get("cache-control"), path).toContain("no-store");
  }
  promise("W6", `${answers.length} kinds of answer, every header on each`);
});

test("a nonce is used once, and stands on every script of its page", async () => {
  const seen = new Set<string>();
  for (let n = 0; n < 200; n += 1) {
    const answer = await marta.ask(n % 4 === 0 ? "/accounts" : n % 4 === 1 ? "/login" : n % 4 === 2 ? "/no-existe" : "/accounts/999");
    const html = await answer.text();
    const [, nonce] = /script-src 'nonce-([^']+)'/.exec(answer.headers.get("content-security-policy")!)!;
    const bare = (html.match(/<(script|style)\b[^>]*>/g) ?? []).filter((tag) => !tag.includes(`nonce="${nonce}"`));
    expect(bare, html.slice(0, 200)).toEqual([]);
    expect(html).not.toMatch(/\son\w+=|\sstyle=/);
    seen.add(nonce!);
  }
  expect(seen.size).toBe(200);
  promise("W4", `${seen.size} pages, ${seen.size} nonces, 0 scripts without one`);
});

test("a foreign host name shows nowhere", async () => {
  const forged = { "x-forwarded-host": "malo.example", forwarded: "host=malo.example", "x-forwarded-proto": "https", "x-original-url": "/malo.example" };
  const paths = ["/login", "/accounts", "/portal", "/api/auth/session", "/api/auth/providers", "/api/auth/csrf", "/no-existe"];
  for (const path of paths) {
    const answer = await marta.ask(path, { headers: forged });
    expect(`${JSON.stringify([...answer.headers])} ${await answer.text()}`, path).not.toContain("malo.example");
  }
  promise("W3", `${paths.length} answers to forged headers, 0 foreign names in any`);
});
