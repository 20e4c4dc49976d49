import { afterAll, beforeAll, expect, test } from "vitest";
import { filesUnder } from "../faults/full-disk-flows";
import { password, startCompany } from "../support/company";
import { hire, logIn } from "../support/people";
import { promise } from "../support/promise";
import { asker, type Door, feedOf, sessionsOf } from "../support/revoking";
import type { RunningServer } from "../support/server";
import { sendInTwo } from "../support/slow-upload";
import { type Visitor, visitor } from "../support/visit";
import { customerCauses, reached, staffCauses } from "./causes";

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

/** One came in by the door; the others as if they had. */
async function twenty(email: string, userId: number): Promise<Visitor[]> {
  return [...sessionsOf(server, { userId }, 19), await logIn(server, email)].reverse();
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

test("whatever takes something from a colleague takes it from each of twenty sessions, by every way to it", async () => {
  const { bruno } = await hire(server, { bruno: { name: "Bruno", profile: "Gerencia", role: "Gerencia" } });
  const { causes, doors } = await staffCauses({ server, marta, userId: bruno.userId, ana: ids.ana });
  const [other] = sessionsOf(server, { userId: ids.ana }, 1);
  let shut = 0;
  for (const { name, before, take, shuts, isEnd, spares, after } of causes) {
    await before();
    const sessions = sessionsOf(server, bruno);
    const ways = [...doors, feedOf(server, bruno.userId, reached)];
    const { fill, served } = asker(ways);
    await fill(sessions[0]!);
    expect((await served(sessions.slice(0, 2))).ends, `before ${name}`).toEqual(expected(ways, []));
    await take(sessions);
    // Once the sessions themselves have ended, each of them asks everywhere.
    const { ends, asked } = await served(sessions.slice(spares ? 1 : 0), isEnd ? undefined : 2);
    expect(ends, name).toEqual(expected(ways, shuts));
    if (spares) expect((await served(sessions.slice(0, 1))).ends, `${name}: their own`).toEqual(expected(ways, spares));
    expect([(await other!.ask("/settings/me")).status, (await marta.ask("/accounts")).status], `${name}: the others'`).toEqual([200, 200]);
    shut += asked;
    await after?.();
  }
  promise(
    "A5",
    `${causes.length} causes, 20 sessions each, ${doors.length + 1} ways of page, form, file, PDF, export and calendar: ${shut} requests after, 0 served of what was taken`,
  );
});

test("whatever takes something from a customer takes it from each of twenty sessions", async () => {
  const causes = customerCauses({ server, marta });
  let shut = 0;
  for (const [place, { name, sessions, doors, take, shuts, after }] of causes.entries()) {
    const { served } = asker(doors);
    // One PDF is drawn, for the first of them.
    const ways = place === 0 ? doors : doors.filter((door) => door.name !== "paper");
    expect((await asker(ways).served(sessions.slice(0, 2))).ends, `before ${name}`).toEqual(expected(ways, []));
    await take();
    const { ends, asked } = await served(sessions);
    expect(ends, name).toEqual(expected(doors, shuts));
    shut += asked;
    await after?.();
  }
  promise("A5", `${causes.length} causes in the portal, 20 sessions each: ${shut} requests after, 0 served of what was taken`);
});

test("a file that was on its way when its sender's session ended is not kept, though it was let in", async () => {
  const path = (await (await marta.visit("/accounts/new")).submit("Guardar", { name: "De camino" })).path.split("?")[0]!;
  const files = [new File(["uno,dos\n".repeat(100_000)], "larga.csv", { type: "text/csv" })];
  const send = async (between: () => Promise<unknown>) => {
    const sender = await logIn(server, "marta@ejemplo.test");
    const body = (await sender.visit(`${path}?ver=files`)).bodyFor("Adjuntar", { files });
    const before = filesUnder(server.dataDir).length;
    const answer = await sendInTwo(sender, "/api/uploads/attachments", body, async () => {
      await expect.poll(() => filesUnder(server.dataDir).length).toBe(before + 1);
      await between();
    });
    return [answer, filesUnder(server.dataDir).length - before, (await marta.visit(`${path}?ver=files`)).text.includes("larga.csv")];
  };
  const ended = await send(async () => (await marta.visit("/settings/me")).submit("Cerrar las demás sesiones"));
  expect(ended).toEqual([expect.stringMatching(/^303 \/login\?/), 0, false]);
  expect(await send(async () => {})).toEqual([expect.stringMatching(/^303 .*aviso=/), 1, true]);
});

function expected(doors: Door[], shuts: readonly string[]): Record<string, string> {
  return Object.fromEntries(doors.map(({ name }) => [name, shuts.includes(name) ? "none" : "all"]));
}
