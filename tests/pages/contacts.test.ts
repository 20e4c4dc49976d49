import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompany } from "../support/company";
import { hire } from "../support/people";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let ana: Visitor & { userId: number };
let luis: Visitor & { userId: number };
beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { preset: "own" } }));
  ({ ana, luis } = await hire(server, { ana: { name: "Ana Sosa", profile: "Ejecutivo" }, luis: { name: "Luis Mora", profile: "Ejecutivo" } }));
  for (const name of ["Acme", "Beta"]) await (await ana.visit("/accounts/new")).submit("Guardar", { name });
  await (await luis.visit("/accounts/new")).submit("Guardar", { name: "Zeta" });
});
afterAll(() => server.stop());

test("a contact is made from its account's page, with a role, and both pages tell it", async () => {
  const account = await ana.visit("/accounts/1");
  const form = await account.open("Contacto");
  expect(form.path).toBe("/contacts/new?account=1");
  const made = await form.submit("Guardar", { givenName: "Rosa Elvira", familyName: "Ibáñez", role: "Compras", phone: "81 1234 5678", receivesQuotes: true });
  expect(made.notice).toBe("Se agregó el contacto Rosa Elvira Ibáñez.");
  expect(made.title).toBe("Rosa Elvira Ibáñez");
  expect(made.text).toContain("Compras · recibe cotizaciones");

  const again = await made.open("Acme");
  expect(again.link("Rosa Elvira Ibáñez")).toBe("/contacts/1");
  expect(again.text).toContain("Se agregó a Rosa Elvira Ibáñez");
  expect((await ana.visit("/contacts?q=ibanez")).rows().map(([name, companies]) => [name, companies])).toEqual([["Rosa Elvira Ibáñez", "Acme (Compras)"]]);
});

test("without an account there is no contact, and what was typed comes back with accounts to choose", async () => {
  const form = await ana.visit("/contacts/new");
  const refused = await form.submit("Guardar", { givenName: "Tomás", "accountId.text": "bet" });
  expect(refused.errorFor("accountId")).toBe("Este dato es obligatorio.");
  expect(refused.valueOf("givenName")).toBe("Tomás");
  expect(refused.text).toContain("Beta");
  const made = await refused.submit("Guardar", { accountId: "2" });
  expect(made.notice).toBe("Se agregó el contacto Tomás.");
});

test("«Añadir relación» works from either side: pick, or make a new one", async () => {
  const fromAccount = await (await ana.visit("/accounts/2")).open("Añadir relación");
  const offered = await fromAccount.submit("Buscar", { "contactId.text": "rosa" });
  expect(offered.text).toContain("Rosa Elvira Ibáñez");
  const related = await offered.submit("Guardar", { contactId: "1", role: "Dirección", isPrimary: true });
  expect(related.path).toMatch(/^\/accounts\/2\?/);
  expect(related.notice).toBe("Rosa Elvira Ibáñez quedó vinculado con Beta.");
  expect((await ana.visit("/contacts/1")).text).toMatch(/Beta principal ?Dirección/);

  const twice = await (await (await ana.visit("/accounts/2/relations/new")).submit("Buscar", { "contactId.text": "rosa" })).submit("Guardar", {
    contactId: "1",
  });
  expect(twice.errorFor("contactId")).toBe("Ese contacto ya está vinculado con esta cuenta.");
  const nobody = await (await ana.visit("/accounts/1/relations/new")).submit("Guardar");
  expect(nobody.errorFor("contactId")).toBe("Elija un contacto o escriba el nombre de uno nuevo.");
  const fresh = await nobody.submit("Guardar", { givenName: "Silvia", familyName: "Garza", role: "Pagos" });
  expect(fresh.notice).toBe("Silvia Garza quedó vinculado con Acme.");

  const fromContact = await (await ana.visit("/contacts/2")).open("Añadir relación");
  const both = await (await fromContact.submit("Buscar", { "accountId.text": "acme" })).submit("Guardar", { accountId: "1", role: "Almacén" });
  expect(both.path).toMatch(/^\/contacts\/2\?/);
  expect(both.text).toContain("Almacén");
});

test("a relation changes with its service dates, one principal per account, and the last one stays", async () => {
  const page = await ana.visit("/contacts/1");
  const form = await page.open("Editar relación: Acme");
  const refused = await form.submit("Guardar", { serviceStartsOn: "2026-05-02", serviceEndsOn: "2026-05-01", isPrimary: true });
  expect(refused.errorFor("serviceEndsOn")).toContain("no puede ser anterior");
  const saved = await refused.submit("Guardar", { serviceEndsOn: "2026-12-31" });
  expect(saved.notice).toBe("Se guardó la relación de Rosa Elvira Ibáñez con Acme.");
  expect((await saved.open("Editar relación: Acme")).valueOf("serviceEndsOn")).toBe("2026-12-31");

  const removed = await (await ana.visit(page.link("Editar relación: Beta"))).submit("Quitar relación");
  expect(removed.notice).toBe("Se quitó la relación con Beta.");
  const last = await (await removed.open("Editar relación: Acme")).submit("Quitar relación");
  expect(last.summary).toContain("debe conservar al menos una cuenta");
});

test("who does not see the account sees neither its people nor a trace, and cannot reach them by number", async () => {
  expect((await luis.visit("/contacts")).rows()).toEqual([]);
  for (const path of ["/contacts/1", "/contacts/1/edit", "/contacts/1/relations/1", "/accounts/1", "/accounts/1/relations/new", "/contacts/999"]) {
    expect((await luis.visit(path)).status, path).toBe(404);
  }
  const form = await luis.visit("/accounts/3/relations/new");
  const stolen = await luis.post("/accounts/3/relations/new", form.bodyFor("Guardar", { contactId: "1" }));
  expect([stolen.status, stolen.summary]).toEqual([404, expect.stringContaining("no existe")]);
  const choices = await (await luis.ask("/api/choices/contacts?q=rosa")).json();
  expect(choices).toEqual({ choices: [] });
});

test("pickers ask with a session, for lists that exist", async () => {
  const mine = await (await ana.ask("/api/choices/accounts?q=ac")).json();
  expect(mine).toEqual({ choices: [{ id: 1, label: "Acme" }] });
  expect((await ana.ask("/api/choices/nothing?q=a")).status).toBe(404);
  expect((await ana.ask("/api/choices/constructor?q=a")).status).toBe(404);
  const stranger = await fetch(new URL("/api/choices/accounts?q=ac", server.url));
  expect([stranger.status, await stranger.json()]).toEqual([401, { error: expect.any(String) }]);
});

test("to the trash go a contact and an account, only by who may", async () => {
  await expect(ana.visit("/contacts/3").then((page) => page.submit("Eliminar"))).rejects.toThrow("No button");
  const gone = await (await marta.visit("/contacts/3")).submit("Eliminar");
  expect(gone.notice).toBe("Se envió a la papelera el contacto Silvia Garza.Deshacer");
  expect((await ana.visit("/contacts/3")).status).toBe(404);
  expect((await ana.visit("/accounts/1")).text).not.toContain("Pagos");
  const closed = await (await marta.visit("/accounts/3")).submit("Eliminar");
  expect(closed.notice).toBe("Se envió a la papelera la cuenta Zeta.Deshacer");

  const back = await closed.submit("Deshacer");
  expect([back.path.split("?")[0], back.notice]).toEqual(["/accounts/3", "Se restauró Zeta."]);
  expect((await marta.visit(closed.path)).notice).toBe("Se envió a la papelera la cuenta Zeta.");
  expect((await ana.visit(closed.path)).text).not.toContain("papelera");
});

test("out of the trash comes a contact, by who may, not before their only account", async () => {
  const [row] = (await ana.visit("/trash")).rows();
  expect([row?.slice(0, 3), row?.[5]]).toEqual([["Silvia Garza", "Contacto", "Marta Ríos"], ""]);
  await (await marta.visit("/accounts/1")).submit("Eliminar");
  const bin = await (await marta.visit("/settings")).open("Papelera");
  expect(bin.rows().map(([name, kind]) => [name, kind])).toEqual([
    ["Acme", "Cuenta"],
    ["Silvia Garza", "Contacto"],
  ]);
  const early = await bin.submit("Restaurar Silvia Garza");
  expect([early.status, early.summary]).toEqual([200, expect.stringContaining("Restaure primero la cuenta.")]);
  expect((await early.submit("Restaurar Acme")).notice).toBe("Se restauró Acme.");
  expect((await bin.submit("Restaurar Silvia Garza")).notice).toBe("Se restauró Silvia Garza.");
  expect((await ana.visit("/accounts/1")).text).toContain("Pagos");
  expect((await marta.visit("/trash")).text).toContain("La papelera está vacía.");
});

test("more phones and mailboxes come by a button, one becomes the main one, and the page offers to call, to chat and to write", async () => {
  const form = await ana.visit("/accounts/1/edit");
  const first = await form.submit("Agregar teléfono o correo", { phone: "81 1234 5678", phoneUse: "work", email: "hola@acme.test" });
  expect(first.valueOf("phone")).toBe("81 1234 5678");
  const second = await first.submit("Agregar teléfono o correo", { "points.0.what": "phone.mobile", "points.0.value": "8111112222" });
  const wrong = await second.submit("Guardar", { "points.1.what": "email.billing", "points.1.value": "facturas" });
  expect(wrong.errorFor("points.1.value")).toContain("Escriba un correo completo");
  const saved = await wrong.submit("Guardar", { "points.1.value": "facturas@acme.test", "points.0.isMain": true });
  expect(saved.notice).toBe("Se guardó la cuenta Acme.");
  expect(saved.text).toContain("81 1111 2222Celular · principal");
  expect(saved.text).toContain("facturas@acme.testFacturación");
  expect(saved.html).toContain('href="tel:+528112345678"');
  expect(saved.html).toContain('href="https://wa.me/528111112222"');

  expect((await ana.visit("/accounts?q=facturas@acme.test")).rows()).toHaveLength(1);
  const again = await ana.visit("/accounts/1/edit");
  expect(["phone", "points.0.what", "points.0.value", "points.1.value"].map((name) => again.valueOf(name))).toEqual([
    "8111112222",
    "phone.work",
    "81 1234 5678",
    "facturas@acme.test",
  ]);
  const fewer = await (await again.submit("Quitar Renglón 2")).submit("Guardar");
  expect(fewer.text).not.toContain("facturas@acme.test");
});

test("where the company sells to people too, a contact may have no account", async () => {
  const settings = await marta.visit("/settings/company");
  expect((await settings.submit("Guardar", { allowsLooseContacts: true })).notice).not.toBe("");
  const made = await (await ana.visit("/contacts/new")).submit("Guardar", { givenName: "Soledad", familyName: "Ríos" });
  expect(made.notice).toBe("Se agregó el contacto Soledad Ríos.");
  expect(made.text).toContain("Sin cuenta");
});

test("tags and a website stand on a contact's page, and a tag leads to who has it too", async () => {
  const made = await (await ana.visit("/contacts/1/edit")).submit("Guardar", { tags: "Decide, VIP", website: "rosa.test" });
  expect(made.html).toContain('href="https://rosa.test"');
  const tagged = await made.open("Decide");
  expect(tagged.text).toContain("Con la etiqueta Decide");
  expect(tagged.rows().map(([name]) => name)).toEqual(["Rosa Elvira Ibáñez"]);
  expect((await ana.visit("/contacts?columns=all")).text).toContain("Decide, VIP");
});
