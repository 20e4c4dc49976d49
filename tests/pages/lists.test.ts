import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { write } from "@/db/write";
import { sortKey } from "@/lib/core/text";
import { wholeSheet } from "../lib/sheets/support";
import { password, startCompany } from "../support/company";
import { dataOf } from "../support/people";
import type { RunningServer } from "../support/server";
import type { Visited, Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
const many = 2100;

beforeAll(async () => {
  ({ server, marta } = await startCompany());
  const db = dataOf(server);
  write(db, (tx): void => {
    const insert = "insert into accounts (name, name_key, city, city_key, owner_key, created_at, updated_at)";
    for (const [name, city] of [
      ["Acme", "Monterrey"],
      ["Beta", "Apodaca"],
      ["Ñandú", "Saltillo"],
    ] as const)
      tx.run(`${insert} values ('${name}', '${sortKey(name)}', '${city}', '${sortKey(city)}', '~', 1780000000000, 0)`);
  });
  db.$client.close();
});
afterAll(() => server.stop());

const heads = (page: Visited) => page.document.querySelectorAll("thead th").map((head) => head.text.trim());
const bytesOf = async (path: string) => {
  const response = await marta.ask(path);
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    name: response.headers.get("content-disposition"),
    text: await response.text(),
  };
};

test("columns are chosen, stay chosen, stand in the address and go back to the usual ones", async () => {
  const list = await marta.visit("/accounts?sort=-name");
  expect(heads(list)).toEqual(["Nombre", "Ciudad", "Teléfono", "Responsable", "Tipo", "Saldo"]);
  const choice = await list.open("Columnas");
  const chosen = await choice.submit("Guardar", { columns: ["code", "city", "created"] });
  expect(chosen.notice).toBe("Se guardaron sus columnas.");
  expect(chosen.path).toContain("columns=code%2Ccity%2Ccreated");
  expect(heads(chosen)).toEqual(["Código", "Nombre", "Ciudad", "Creado"]);
  expect(heads(await marta.visit("/accounts"))).toEqual(["Código", "Nombre", "Ciudad", "Creado"]);
  expect(heads(await marta.visit("/accounts?columns=name,phone"))).toEqual(["Nombre", "Teléfono"]);
  await (await marta.visit("/lists/accounts/columns")).submit("Usar las de siempre");
  expect(heads(await marta.visit("/accounts"))).toHaveLength(6);
});

test("a list goes out as it is seen, as CSV and as a workbook, and only to who asked", async () => {
  const list = await marta.visit("/accounts?kind=prospect&sort=-city&columns=city,created");
  const form = await list.open("Exportar");
  expect(form.text).toContain("Nombre, Ciudad, Creado");
  const ready = await form.submit("Exportar a CSV");
  expect(ready.notice).toBe("El archivo está listo.");
  const file = await bytesOf(ready.link("Descargar"));
  expect(file.name).toMatch(/^attachment; filename="cuentas-\d{4}-\d\d-\d\d\.csv"/);
  expect(file.text.split("\r\n").slice(0, 2)).toEqual(["Nombre,Ciudad,Creado", expect.stringMatching(/^Ñandú,Saltillo,2026-0[56]-\d\d$/)]);
  const workbook = await (await list.open("Exportar")).submit("Exportar a Excel");
  expect((await bytesOf(workbook.link("Descargar"))).type).toContain("spreadsheetml.sheet");
  expect((await marta.visit("/exports/9999")).status).toBe(404);
  expect((await marta.visit("/lists/nothing/export")).status).toBe(404);
});

test("a view is saved, opened, renamed, made a role's own, and removed", async () => {
  const list = await marta.visit("/accounts?sort=-city&columns=city");
  const views = await list.open("Guardar vista");
  const saved = await views.submit("Guardar vista", { name: "Por ciudad", audience: "all" });
  expect(saved.notice).toBe("Se guardó la vista «Por ciudad».");
  const opened = await (await marta.visit("/accounts")).open("Por ciudad");
  expect(heads(opened)).toEqual(["Nombre", "Ciudad"]);
  expect(opened.rows().map(([name]) => name)).toEqual(["Ñandú", "Acme", "Beta"]);

  const late = await marta.visit("/lists/accounts/views");
  const renamed = await (await marta.visit("/lists/accounts/views")).submit("Guardar", { name: "De sur a norte" });
  expect(renamed.notice).toBe("Se cambió la vista «De sur a norte».");
  const conflict = await late.submit("Guardar", { name: "Llegó tarde", audience: "private" });
  expect(conflict.status).toBe(409);
  const told = conflict.document.querySelector("table.conflict, .conflict")!.text.replace(/\s+/g, " ");
  for (const said of ["Nombre de la vista", "De sur a norte", "Llegó tarde", "Quién la ve"]) expect(told).toContain(said);
  const page = await marta.visit("/lists/accounts/views");
  const body = page.bodyFor("Guardar");
  expect(body.get("name")).toBe("De sur a norte");
  const role = page.document.querySelector('select[name="roleId"] option')!.getAttribute("value")!;
  const id = page.document.querySelector('select[name="viewId"] option:last-child')!.getAttribute("value")!;
  const forms = page.forms({ roleId: role }).filter(({ body }) => body.has("viewId"));
  forms[0]!.body.set("viewId", id);
  expect((await marta.post("/lists/accounts/views", forms[0]!.body)).notice).toBe("Se guardó qué vista abre cada rol.");
  expect(heads(await marta.visit("/accounts"))).toEqual(["Nombre", "Ciudad"]);
  expect(heads(await (await marta.visit("/accounts")).open("Toda la lista"))).toHaveLength(6);

  expect((await (await marta.visit("/lists/accounts/views")).submit("Quitar")).notice).toBe("Se quitó la vista «De sur a norte».");
  expect(heads(await marta.visit("/accounts"))).toHaveLength(6);
});

test("picked rows are changed together, and taken back together", async () => {
  const picking = await (await marta.visit("/accounts")).open("Seleccionar");
  const [first] = picking.document.querySelectorAll('tbody input[name="ids"]').map((box) => box.getAttribute("value")!);
  const question = await picking.submit("Cambiar los elegidos", { ids: [first!] });
  expect(question.text).toContain("Se cambiará 1 registro.");
  const begun = await question.submit("Cambiar", { addTags: "Preferente" });
  expect(begun.notice).toBe("El cambio está en marcha.");
  const path = begun.path.split("?")[0]!;
  const done = await untilItSays(path, "Deshacer el cambio");
  expect(done.text).toMatch(/Cambiados\s*1/);
  expect((await marta.visit(`/accounts/${first}`)).text).toContain("Preferente");

  const undoing = await done.submit("Deshacer el cambio");
  expect(undoing.notice).toBe("Se está deshaciendo.");
  expect((await untilItSays(undoing.path.split("?")[0]!, "Devueltos")).text).toMatch(/Devueltos\s*1/);
  expect((await marta.visit(path)).text).toContain("Este cambio se deshizo.");
  expect((await (await picking.submit("Cambiar los elegidos")).text).includes("No se eligió ningún renglón")).toBe(true);
});

test("more than two thousand rows are written aside, and kept to download", async () => {
  const db = dataOf(server);
  write(db, (tx): void => {
    const insert = "insert into accounts (name, name_key, city_key, owner_key, created_at, updated_at)";
    tx.run(
      `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${many}) ${insert} select 'Masa ' || i, 'masa ' || i, '~', '~', 0, 0 from n`,
    );
  });
  db.$client.close();
  const form = await marta.visit("/lists/accounts/export?of=columns%3Dcity");
  expect(form.text).toContain("Más de 2,000 renglones");
  const unasked = await form.submit("Exportar");
  expect(unasked.errorFor("password")).toContain("Escriba su contraseña");
  const guessed = await unasked.submit("Exportar", { password: "otra clave cualquiera" });
  expect([guessed.errorFor("password"), guessed.valueOf("password")]).toEqual(["La contraseña actual no coincide.", ""]);
  const waiting = await guessed.submit("Exportar", { password });
  const ready = await untilItSays(waiting.path.split("?")[0]!, "Descargar");
  expect(ready.text).toContain(`${(many + 3).toLocaleString("es-MX")} renglones`);
  const file = await marta.ask(ready.link("Descargar"));
  const sheet = await wholeSheet(new Uint8Array(await file.arrayBuffer()), "cuentas.xlsx");
  expect([sheet.header, sheet.rows.length]).toEqual([["Nombre", "Ciudad"], many + 3]);
});

async function untilItSays(path: string, text: string): Promise<Visited> {
  return vi.waitFor(
    async () => {
      const page = await marta.visit(path);
      expect(page.text).toContain(text);
      return page;
    },
    { timeout: 60_000, interval: 300 },
  );
}
