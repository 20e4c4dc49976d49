import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import { type Visited, type Visitor, visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
});
afterAll(() => server.stop());

test("an account is created, told, listed, found and changed", async () => {
  const form = await marta.visit("/accounts/new");
  const created = await form.submit("Guardar", { name: "Constructora Peña y Asociados", city: "Monterrey", country: "México", phone: "81 1234 5678" });
  expect(created.path).toMatch(/^\/accounts\/1\?/);
  expect(created.notice).toBe("Se agregó la cuenta Constructora Peña y Asociados.");
  expect(created.title).toBe("Constructora Peña y Asociados");

  const list = await marta.visit("/accounts");
  expect(list.rows().map(([name]) => name)).toEqual(["Constructora Peña y Asociados"]);
  for (const text of ["pena", "structora", "8112345678", "81 1234"]) {
    expect((await marta.visit(`/accounts?q=${encodeURIComponent(text)}`)).rows(), text).toHaveLength(1);
  }
  expect((await marta.visit("/accounts?q=zzz")).text).toContain("Nada coincide");
});

test("a mistake comes back next to what was typed, and nothing is written", async () => {
  const form = await marta.visit("/accounts/new");
  const again = await form.submit("Guardar", { name: "", city: "Apodaca", email: "no es correo" });
  expect(again.status).toBe(200);
  expect(again.errorFor("name")).toBe("Este dato es obligatorio.");
  expect(again.errorFor("email")).toContain("correo completo");
  expect(again.valueOf("city")).toBe("Apodaca");
  expect((await marta.visit("/accounts")).rows()).toHaveLength(1);
});

test("the same form sent twice makes one account and gives the same answer", async () => {
  const form = await marta.visit("/accounts/new");
  const body = form.bodyFor("Guardar", { name: "Dos Veces" });
  const first = await marta.post("/accounts/new", body);
  const second = await marta.post("/accounts/new", body);
  expect(second.path).toBe(first.path);
  expect((await marta.visit("/accounts?q=veces")).rows()).toHaveLength(1);
});

test("who saves over an older version sees both", async () => {
  const mine = await marta.visit("/accounts/1/edit");
  const theirs = await marta.visit("/accounts/1/edit");
  await theirs.submit("Guardar", { city: "Saltillo" });
  const conflict = await mine.submit("Guardar", { city: "Torreón" });
  expect(conflict.status).toBe(409);
  expect(conflict.text).toContain("Saltillo");
  const kept = await conflict.submit("Guardar");
  expect(kept.notice).toContain("Se guardó");
  expect((await marta.visit("/accounts/1/edit")).valueOf("city")).toBe("Torreón");
});

test("a stranger is sent to the door, and a number that is not there is a whole 404", async () => {
  const stranger = visitor(server.url);
  expect((await stranger.visit("/accounts/1")).path).toBe("/login?next=%2Faccounts%2F1");
  const missing = await marta.visit("/accounts/999");
  expect(missing.status).toBe(404);
  expect(missing.text).toContain("Esto no existe o no está a su alcance.");
});

test("an account that is there already is asked about, with whose it is, and made all the same by who means it", async () => {
  const typed = { name: "Peña de Apodaca", phone: "+52 81 1234 5678", postalCode: "66600" };
  const asked = await (await marta.visit("/accounts/new")).submit("Guardar", typed);
  expect(asked.errorFor("phone")).toContain("Ya existe Constructora Peña y Asociados, de Marta");
  expect(asked.valueOf("postalCode")).toBe("66600");
  const made = await asked.submit("Guardar de todos modos");
  expect(made.notice).toBe("Se agregó la cuenta Peña de Apodaca.");
});

test("a name that is nearly the same is asked about, until the company wants nobody asked", async () => {
  const typed = { name: "Constructora Pena y Asociados, S.A. de C.V." };
  const asked = await (await marta.visit("/accounts/new")).submit("Guardar", typed);
  expect(asked.errorFor("name")).toContain("Hay una cuenta de nombre parecido: Constructora Peña y Asociados, de Marta");
  const settings = await marta.visit("/settings/company");
  expect((await settings.submit("Guardar", { asksDuplicates: false })).notice).not.toBe("");
  expect((await asked.submit("Guardar")).notice).toBe(`Se agregó la cuenta ${typed.name}.`);
  await (await marta.visit("/settings/company")).submit("Guardar", { asksDuplicates: true });
});

test("an address abroad is offered the divisions of its country before it is saved, and nothing typed is lost", async () => {
  const offered = (page: Visited, list: string) => page.document.querySelectorAll(`#${list}-divisions option`).map((one) => one.getAttribute("value"));
  const form = await (await marta.visit("/accounts/new")).submit("Agregar dirección", { name: "Comercial Xela" });
  expect(offered(form, "region")).toContain("Coahuila");
  const abroad = await form.submit("Cambiar país", { country: "Guatemala", city: "Quetzaltenango", "addresses.0.country": "perú" });
  expect([abroad.valueOf("name"), abroad.valueOf("country"), abroad.valueOf("city")]).toEqual(["Comercial Xela", "Guatemala", "Quetzaltenango"]);
  expect([offered(abroad, "region"), offered(abroad, "addresses-0-region")]).toEqual([
    expect.arrayContaining(["Quetzaltenango"]),
    expect.arrayContaining(["Cusco"]),
  ]);
  const refused = await abroad.submit("Guardar", { name: "", "addresses.0.address": "Av. El Sol 200" });
  expect([refused.errorFor("name") !== undefined, offered(refused, "region").includes("Quetzaltenango")]).toEqual([true, true]);
  const saved = await refused.submit("Guardar", { name: "Comercial Xela", region: "Quetzaltenango" });
  const again = await saved.open("Editar");
  expect([offered(again, "region").includes("Coahuila"), offered(again, "addresses-0-region").includes("Cusco")]).toEqual([false, true]);
});

test("more addresses come by a button, one becomes the principal one, and each has its map", async () => {
  const form = await marta.visit("/accounts/1/edit");
  const row = await form.submit("Agregar dirección", { address: "Juárez 100", addressUse: "fiscal" });
  const store = { "addresses.0.use": "delivery", "addresses.0.city": "Saltillo", "addresses.0.country": "Atlántida" };
  const wrong = await row.submit("Guardar", store);
  expect([wrong.errorFor("addresses.0.address"), wrong.errorFor("addresses.0.country")]).toEqual([
    "Este dato es obligatorio.",
    expect.stringContaining("país"),
  ]);
  const saved = await wrong.submit("Guardar", { "addresses.0.address": "Del parque, dos cuadras al sur", "addresses.0.country": "" });
  expect(saved.text).toContain("Juárez 100Torreón");
  expect(saved.text).toMatch(/Del parque, dos cuadras al surSaltillo ?Entrega/);
  expect(saved.link("Mapa de Del parque, dos cuadras al sur")).toContain("Saltillo");
  const swapped = await (await marta.visit("/accounts/1/edit")).submit("Guardar", { "addresses.0.isMain": true });
  expect(swapped.text.indexOf("Del parque")).toBeLessThan(swapped.text.indexOf("Juárez 100"));
  const fewer = await (await (await marta.visit("/accounts/1/edit")).submit("Quitar Otra dirección 1")).submit("Guardar");
  expect(fewer.text).not.toContain("Juárez 100Torreón");
});
