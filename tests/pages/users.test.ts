import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { mailServer, mails, users } from "@/db/schema";
import { startCompany } from "../support/company";
import { dataOf, hire, logIn } from "../support/people";
import type { RunningServer } from "../support/server";
import { textOf, type Visited, type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let bruno: Visitor & { userId: number };
beforeAll(async () => {
  ({ server, marta } = await startCompany());
  ({ bruno } = await hire(server, { bruno: { name: "Bruno", profile: "Gerencia", role: "Gerencia", groups: ["Norte"] } }));
});
afterAll(() => server.stop());

test("a colleague is added, chooses a password by the link and comes in", async () => {
  const list = await marta.visit("/settings/users");
  const form = await list.open("Agregar usuario");
  const wrong = await form.submit("Guardar", { name: "Ana", email: "bruno@ejemplo.test", profileIds: ["2"] });
  expect(wrong.errorFor("email")).toBe("Ese correo ya lo usa otra persona para entrar.");
  const none = await form.submit("Guardar", { name: "Ana", email: "ana@ejemplo.test" });
  expect(textOf(none.document.getElementById("user-profileIds-error"))).toBe("Elija al menos un perfil.");
  const made = await form.submit("Guardar", { name: "Ana", email: "ana@ejemplo.test", profileIds: ["2"], groupIds: ["1"] });
  expect(made.notice).toBe("Se agregó a Ana.");
  expect(
    (
      await visitor(server.url)
        .visit("/login")
        .then((page) => page.submit("Entrar", { email: "ana@ejemplo.test", password: "x" }))
    ).path,
  ).toBe("/login");

  const shown = await made.submit("Crear enlace para elegir contraseña");
  const path = new URL(shown.document.getElementById("link-shown")!.getAttribute("value")!).pathname;
  const ana = visitor(server.url);
  const login = await (await ana.visit(path)).submit("Guardar contraseña", { password: "la contraseña de Ana" });
  expect((await login.submit("Entrar", { email: "ana@ejemplo.test", password: "la contraseña de Ana" })).path).toBe("/");
  expect((await ana.visit("/settings/users")).status).toBe(403);
  const rows = (await marta.visit("/settings/users")).rows();
  expect(rows.find(([name]) => name === "Ana")).toEqual(["Ana", "ana@ejemplo.test", "Ejecutivo", "Ejecutivo", "Norte", "Activo"]);
});

test("roles, profiles and groups can be read, and groups changed by who administers", async () => {
  const page = await marta.visit("/settings/roles");
  expect(page.document.querySelectorAll(".tree li").map((one) => one.firstChild!.textContent)).toEqual(["Dirección", "Gerencia", "Ejecutivo"]);
  expect(page.text).toContain("Perfil: Facturación y cobranza");
  const made = await (await page.open("Agregar grupo")).submit("Guardar", { name: "Sur", memberIds: [String(bruno.userId)] });
  expect(made.notice).toBe("Se agregó el grupo Sur.");
  const edited = await (await made.open("Sur")).submit("Guardar", { name: "Sureste", memberIds: false });
  expect(edited.rows().map(([name]) => name)).toEqual(expect.arrayContaining(["Norte", "Sureste"]));
  const read = await bruno.visit("/settings/roles");
  expect([read.status, read.html.includes("/settings/groups/new")]).toEqual([200, false]);
  expect((await bruno.visit("/settings/groups/new")).status).toBe(403);
});

test("roles and profiles are made, changed and taken away by who administers, without scripts", async () => {
  const scheme = await marta.visit("/settings/roles");
  const made = await (await scheme.open("Agregar rol")).submit("Guardar", { name: "Zona norte", parentId: "1" });
  expect([made.notice, made.text]).toEqual(["Se agregó el rol Zona norte.", expect.stringContaining("Zona norte nadie")]);
  const loop = await (await made.open("Dirección")).submit("Guardar", { parentId: "3" });
  expect(loop.errorFor("parentId")).toBe("Un rol no puede depender de sí mismo ni de uno que está debajo.");
  const used = await (await made.open("Gerencia")).submit("Eliminar rol");
  expect(used.text).toContain("Hay usuarios con este rol.");
  const gone = await (await made.open("Zona norte")).submit("Eliminar rol");
  expect([gone.notice, gone.rows().flat().includes("Zona norte")]).toEqual(["Se eliminó el rol Zona norte.", false]);

  const form = await gone.open("Agregar perfil");
  const blind = await form.submit("Guardar", { name: "Almacén", "grants.orders.edit": "own" });
  expect(blind.errorFor("grants.orders.edit")).toBe("No puede alcanzar más de lo que ve en ese módulo.");
  const kept = await blind.submit("Guardar", { "grants.orders.view": "all" });
  expect([kept.notice, kept.text]).toEqual([expect.stringContaining("Se agregó el perfil Almacén."), expect.stringContaining("Perfil: Almacén")]);
  const [first, second] = [await marta.visit("/settings/profiles/2"), await marta.visit("/settings/profiles/2")];
  expect((await first.submit("Guardar", { hiddenFields: ["cost", "internalNote"] })).notice).toContain("Se guardó el perfil");
  expect((await second.submit("Guardar", { hiddenFields: false })).status).toBe(409);
  const preset = await kept.submit("Aplicar a todos los perfiles", { preset: "all" });
  expect(preset.notice).toBe("Los perfiles alcanzan lo que eligió.");
  expect((await preset.submit("Aplicar a todos los perfiles", { preset: "own" })).rows().flat().join()).toContain("ver");
  for (const path of ["/settings/roles/new", "/settings/roles/1", "/settings/profiles/new", "/settings/profiles/2"])
    expect([path, (await bruno.visit(path)).status]).toEqual([path, 403]);
});

test("every record tells who sees it and why", async () => {
  const account = await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Ferretería El Tornillo", ownerId: String(bruno.userId) });
  const told = await account.open("¿Quién puede ver esto?");
  expect(told.rows()).toEqual(
    expect.arrayContaining([
      ["Bruno", "Es responsable de la cuenta."],
      ["Marta Ríos", "Administra el sistema."],
    ]),
  );
  expect((await marta.visit("/who-sees/accounts/999999")).status).toBe(404);
  expect((await marta.visit("/who-sees/settings/1")).status).toBe(404);
});

test("an account and a prospect change hands from their pages, and an account is shared and not, without scripts", async () => {
  const own = String(bruno.userId);
  const account = await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Mostrador Sur", ownerId: "1" });
  const page = await account.open("Cambiar de responsable");
  expect(page.text).toContain("Responsable: Marta Ríos.");
  const given = await page.submit("Cambiar de responsable", { ownerId: own });
  expect([given.notice, given.text]).toEqual(["Mostrador Sur tiene nuevo responsable.", expect.stringMatching(/Responsable\s*Bruno/)]);
  const shared = await (await given.open("Cambiar de responsable")).submit("Compartir");
  expect(shared.notice).toBe("Mostrador Sur se comparte con el grupo.");
  expect((await marta.visit(given.path.split("?")[0]!)).text).toMatch(/Compartida con\s*Norte/);
  expect((await shared.submit("Quitar Norte")).text).toContain("No se comparte con ningún grupo.");

  const prospect = await (await marta.visit("/prospects/new")).submit("Guardar", { personName: "Eva Solís", ownerId: "1" });
  const led = await (await prospect.open("Cambiar de ejecutivo")).submit("Cambiar de ejecutivo", { ownerId: own });
  expect([led.notice, led.text]).toEqual(["Ahora Bruno lleva el prospecto.", expect.stringMatching(/Ejecutivo\s*Bruno/)]);
});

test("who gives a record out of their own sight by its form comes to the list, told what was done", async () => {
  const account = await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Abarrotes Norte", ownerId: String(bruno.userId) });
  const away = await (await bruno.visit(`${account.path.split("?")[0]}/edit`)).submit("Guardar", { ownerId: "1" });
  expect([away.path.split("?")[0], away.notice]).toEqual(["/accounts", "Se guardó la cuenta Abarrotes Norte."]);
  const prospect = await (await marta.visit("/prospects/new")).submit("Guardar", { personName: "Luz Vera", ownerId: String(bruno.userId) });
  const led = await (await bruno.visit(`${prospect.path.split("?")[0]}/edit`)).submit("Guardar", { ownerId: "1" });
  expect([led.status, led.path.split("?")[0]]).toEqual([200, "/prospects"]);
});

test("who leaves hands over everything in the same form, and the administrator takes it back", async () => {
  const user = await marta.visit(`/settings/users/${bruno.userId}`);
  const form = await user.open("Desactivar y traspasar");
  expect((await form.submit("Traspasar")).errorFor("ownerId")).toBe("Elija a quién se traspasa.");
  const moving = await form.submit("Traspasar", { ownerId: "1" });
  expect(moving.title).toBe("Traspaso de lo que tenía Bruno");
  const done = await untilItSays(moving.path, "Deshacer el traspaso");
  expect(done.text).toMatch(/Cambiados\s*3/);
  expect((await bruno.visit("/accounts")).path).toContain("/login");
  await (await marta.visit(`/settings/users/${bruno.userId}`)).submit("Activar");
  const back = await untilItSays((await done.submit("Deshacer el traspaso")).path, "Devueltos");
  expect([back.title, back.text]).toEqual(["Vuelta atrás del traspaso de lo que tenía Bruno", expect.stringMatching(/Devueltos\s*3/)]);
  bruno = { ...(await logIn(server, "bruno@ejemplo.test")), userId: bruno.userId };
});

test("with a mail server the invitation goes by mail, is told apart in the list, sent again and taken back", async () => {
  const db = dataOf(server);
  const line = { host: "127.0.0.1", port: 9, security: "none", failingSince: 1, failure: "x", retryAt: 8_000_000_000_000 } as const;
  db.insert(mailServer)
    .values({ id: 1, ...line, fromName: "Ferretería", fromAddress: "ventas@ejemplo.test", createdAt: 0, updatedAt: 0 })
    .run();
  const made = await (await marta.visit("/settings/users/new")).submit("Guardar", { name: "Inés", email: "ines@ejemplo.test", profileIds: ["2"] });
  expect([made.notice, made.text]).toEqual(["Se envió un correo a Inés para que elija su contraseña.", expect.stringContaining("Con invitación, sin entrar")]);
  const again = await (await marta.visit("/settings/users")).submit("Enviar de nuevo: Inés");
  expect(
    again
      .rows()
      .find(([name]) => name === "Inés")
      ?.at(-1),
  ).toBe("Con invitación, sin entrarEnviar de nuevoAnular");
  const cancelled = await again.submit("Anular: Inés");
  expect([
    cancelled.notice,
    cancelled
      .rows()
      .find(([name]) => name === "Inés")
      ?.at(-1),
  ]).toEqual(["Se anuló el enlace de Inés. Ya no sirve para entrar.", "Sin invitación vigenteEnviar invitación"]);
  const kept = db.select({ text: mails.text, subject: mails.subject }).from(mails).all();
  db.$client.close();
  expect(kept).toHaveLength(2);
  for (const { text } of kept) expect(text).not.toContain("/password/");
});

test("two administrators who put each other out at once leave one", async () => {
  await (await marta.visit(`/settings/users/${bruno.userId}`)).submit("Guardar", { isAdmin: true });
  const [first, second] = [await marta.visit(`/settings/users/${bruno.userId}`), await bruno.visit("/settings/users/1")];
  const answers = await Promise.all([first.submit("Desactivar"), second.submit("Desactivar")]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  const db = dataOf(server);
  const left = db.select({ isAdmin: users.isAdmin, isActive: users.isActive }).from(users).all();
  db.$client.close();
  expect(left.filter(({ isAdmin, isActive }) => isAdmin && isActive)).toHaveLength(1);
});

/** The page of a job, once the worker is through with it. */
async function untilItSays(path: string, text: string): Promise<Visited> {
  const page = path.split("?")[0]!;
  return vi.waitFor(
    async () => {
      const now = await marta.visit(page);
      if (!now.text.includes(text) || now.text.includes("se actualiza sola")) throw new Error(`${page} does not say ${text}: ${now.text.slice(0, 300)}`);
      return now;
    },
    { timeout: 30_000, interval: 100 },
  );
}
