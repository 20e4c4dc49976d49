import { afterAll, beforeAll, expect, test } from "vitest";
import { write } from "@/db/write";
import { seal } from "@/lib/web/auth/cookie";
import { openSession } from "@/lib/web/auth/session";
import { password, startCompany } from "../support/company";
import { dataOf, hire, logIn } from "../support/people";
import { promise } from "../support/promise";
import type { RunningServer } from "../support/server";
import { type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let ids: { ana: number; luis: number };
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  const { ana, luis } = await hire(server, { ana: { name: "Ana", profile: "Ejecutivo" }, luis: { name: "Luis", profile: "Ejecutivo" } });
  ids = { ana: ana.userId, luis: luis.userId };
});
afterAll(() => server.stop());

const doors = ["/", "/accounts", "/accounts/new", "/settings/me", "/search?q=a"];

/** One came in by the door; the others as if they had, since twenty hashes prove nothing more. */
async function twenty(email: string, userId: number): Promise<Visitor[]> {
  process.env.DATA_DIR = server.dataDir;
  const db = dataOf(server);
  const others = Array.from({ length: 19 }, () => {
    const sid = write(db, (tx): string => openSession(tx, { userId }, { ip: "127.0.0.1", agent: null, now: Date.now() }));
    const browser = visitor(server.url);
    browser.jar.set("cartera", seal(sid, "session"));
    return browser;
  });
  db.$client.close();
  return [await logIn(server, email), ...others];
}

/** How many of these sessions still get any page. */
async function served(sessions: Visitor[]): Promise<number> {
  const answers = await Promise.all(sessions.map((one, n) => one.ask(doors[n % doors.length]!)));
  await Promise.all(answers.map((answer) => answer.text()));
  return answers.filter(({ status, headers }) => !(status >= 300 && status < 400 && headers.get("location")?.startsWith("/login"))).length;
}

test("deactivated: none of twenty sessions gets anything at its next request, nor a form it had open", async () => {
  const sessions = await twenty("ana@ejemplo.test", ids.ana);
  const open = await sessions[0]!.visit("/accounts/new");
  expect(await served(sessions)).toBe(20);
  const done = await (await marta.visit(`/settings/users/${ids.ana}`)).submit("Desactivar");
  expect(done.notice).toBe("Ana ya no puede entrar. Sus registros siguen en su lugar.");
  expect((await open.submit("Guardar", { name: "Tarde" })).path).toContain("/login");
  expect(await served(sessions)).toBe(0);
  expect((await marta.visit("/accounts?q=Tarde")).rows()).toEqual([]);

  await (await marta.visit(`/settings/users/${ids.ana}`)).submit("Activar");
  expect(await served(sessions)).toBe(0);
  expect((await logIn(server, "ana@ejemplo.test")).jar.size).toBe(2);
  promise("A5", `${sessions.length} sessions of a deactivated member, 0 requests served after`);
});

test("what is taken from somebody is gone at the next request of each of twenty sessions", async () => {
  const sessions = await twenty("luis@ejemplo.test", ids.luis);
  const heard = async (path: string) => {
    const answers = await Promise.all(sessions.map((one) => one.ask(path)));
    await Promise.all(answers.map((answer) => answer.text()));
    return [...new Set(answers.map(({ status }) => status))];
  };
  const account = (await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Compartida", ownerId: "1" })).path.split("?")[0]!;
  const group = async (memberIds: string[] | false) => (await marta.visit("/settings/groups/1")).submit("Guardar", { name: "Norte", memberIds });
  const share = async (button: string) => (await marta.visit(`${account}/owner`)).submit(button);
  await (await marta.visit("/settings/groups/new")).submit("Guardar", { name: "Norte", memberIds: [String(ids.luis)] });
  await (await marta.visit("/settings/roles")).submit("Aplicar a todos los perfiles", { preset: "group" });
  expect(await heard(account)).toEqual([404]);

  expect((await share("Compartir")).notice).toBe("Compartida se comparte con el grupo.");
  expect(await heard(account)).toEqual([200]);
  expect((await share("Quitar")).notice).toBe("Compartida dejó de compartirse con el grupo.");
  expect(await heard(account)).toEqual([404]);
  await share("Compartir");
  await group(false);
  expect(await heard(account)).toEqual([404]);
  await group([String(ids.luis)]);
  expect(await heard(account)).toEqual([200]);
  await (await marta.visit("/settings/roles")).submit("Aplicar a todos los perfiles", { preset: "own" });
  expect(await heard(account)).toEqual([404]);

  expect(await heard("/accounts/new")).toEqual([200]);
  const asReader = await (await marta.visit(`/settings/users/${ids.luis}`)).submit("Guardar", { profileIds: ["4"] });
  expect(asReader.notice).toBe("Se guardó a Luis.");
  expect(await heard("/accounts/new")).toEqual([403]);
  promise("A5", `${sessions.length} sessions of somebody who loses a share, a group, a reach and a profile, 0 requests served after`);
});

test("a new password ends every session but the one that chose it", async () => {
  const sessions = await twenty("luis@ejemplo.test", ids.luis);
  const own = sessions.shift()!;
  const wrong = await (await own.visit("/settings/me")).submit("Cambiar contraseña", { currentPassword: "no es esta", password: "otra frase bien larga" });
  expect(wrong.errorFor("currentPassword")).toBe("La contraseña actual no coincide.");
  const short = await (await own.visit("/settings/me")).submit("Cambiar contraseña", { currentPassword: password, password: "corta" });
  expect(short.errorFor("password")).toBe("Use al menos 12 caracteres.");
  expect(await served(sessions)).toBe(19);

  const changed = await (await own.visit("/settings/me")).submit("Cambiar contraseña", { currentPassword: password, password: "otra frase bien larga" });
  expect(changed.notice).toContain("Contraseña cambiada.");
  expect(await served(sessions)).toBe(0);
  expect(await served([own])).toBe(1);
  promise("A5", `${sessions.length} sessions ended by a new password, 0 requests served after`);
  await logIn(server, "luis@ejemplo.test", "otra frase bien larga");
});

test("the others are ended from one's own page", async () => {
  const [own, ...others] = [await logIn(server, "marta@ejemplo.test"), await logIn(server, "marta@ejemplo.test"), await logIn(server, "marta@ejemplo.test")];
  const list = await own!.visit("/settings/me");
  expect(list.rows().filter(([place]) => place === "Esta sesión")).toHaveLength(1);
  const done = await list.submit("Cerrar las demás sesiones");
  expect(done.rows()).toHaveLength(1);
  expect(await served(others)).toBe(0);
  marta = own!;
});

test("a link chooses a password once, ends what was open and lets nobody in by itself", async () => {
  const before = await logIn(server, "ana@ejemplo.test");
  const form = await marta.visit(`/settings/users/${ids.ana}`);
  const made = await form.submit("Crear enlace para elegir contraseña");
  const link = made.document.getElementById("link-shown")!.getAttribute("value")!;
  expect(link).toMatch(new RegExp(`^${server.url}/password/[\\w-]{43}$`));
  expect((await marta.visit(`/settings/users/${ids.ana}`)).html).not.toContain(link);

  const path = new URL(link).pathname;
  const browsers = Array.from({ length: 8 }, () => visitor(server.url));
  const forms = await Promise.all(browsers.map((browser) => browser.visit(path)));
  const weak = await forms[0]!.submit("Guardar contraseña", { password: "corta" });
  expect(weak.errorFor("password")).toBe("Use al menos 12 caracteres.");
  const answers = await Promise.all(forms.map((one, n) => one.submit("Guardar contraseña", { password: `una frase nueva y larga ${n}` })));
  const winners = answers.filter((answer) => answer.path === "/login?nueva");
  expect(winners).toHaveLength(1);
  expect(winners[0]!.notice).toBe("Contraseña guardada. Ya puede entrar.");
  expect(await served([before])).toBe(0);
  expect((await visitor(server.url).visit(path)).title).toBe("Este enlace ya no está disponible");
  promise("S3", `1 of ${answers.length} uses at once of a link that chooses a password`);
  await logIn(server, "ana@ejemplo.test", `una frase nueva y larga ${answers.findIndex((answer) => answer.path === "/login?nueva")}`);
});
