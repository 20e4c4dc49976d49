import { expect, test } from "vitest";
import { password, startCompany } from "../support/company";
import { hire, logIn } from "../support/people";
import { promise } from "../support/promise";
import { startServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

const email = "ana@ejemplo.test";
const wrong = "El correo o la contraseña no coinciden.";
const tooMany = "Demasiados intentos.";

test("ten guesses at an account, also after a restart; whoever was in before still gets in", async () => {
  const { server } = await startCompany();
  const { ana } = await hire(server, { ana: { name: "Ana", profile: "Ejecutivo" } });
  const stranger = visitor(server.url);
  const said: string[] = [];
  for (let n = 0; n < 12; n += 1) said.push(await guess(stranger, `adivinanza número ${n}`));
  expect(said.slice(0, 10).every((text) => text.includes(wrong))).toBe(true);
  expect(said.slice(10).every((text) => text.includes(tooMany))).toBe(true);
  expect(await guess(stranger, password)).toContain(tooMany);
  expect(await guess(stranger, password, { "x-forwarded-for": "9.9.9.9", forwarded: "for=9.9.9.9" })).toContain(tooMany);
  await server.stop();

  const again = await startServer({ env: { DATA_DIR: server.dataDir } });
  expect(await guess(visitor(again.url), password)).toContain(tooMany);
  const back = visitor(again.url);
  for (const [name, value] of ana.jar) if (name !== "cartera") back.jar.set(name, value);
  const inside = await (await back.visit("/login")).submit("Entrar", { email, password });
  expect(inside.path).toBe("/");
  expect(await guess(visitor(again.url), password)).toContain(tooMany);
  expect((await (await visitor(again.url).visit("/login")).submit("Entrar", { email: "marta@ejemplo.test", password })).path).toBe("/");
  await again.stop();
  promise("S1", "10 guesses at one account, then none, also after a restart and with forged addresses; a known device still gets in");
}, 240_000);

test("coming in counts as no guess", async () => {
  const { server } = await startCompany();
  for (let n = 0; n < 12; n += 1) await logIn(server, "marta@ejemplo.test");
  await server.stop();
}, 240_000);

async function guess(browser: Visitor, secret: string, headers: Record<string, string> = {}): Promise<string> {
  const form = await browser.visit("/login");
  const body = form.bodyFor("Entrar", { email, password: secret });
  const origin = new URL(browser.base).origin;
  return (await browser.ask("/login", { method: "POST", body, headers: { origin, "sec-fetch-site": "same-origin", ...headers } })).text();
}
