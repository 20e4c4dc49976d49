import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDatabase } from "@/db/open";
import { wholeSheet } from "../lib/sheets/support";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import { type Visited, type Visitor, visitor } from "../support/visit";

const samples = process.env.SAMPLES_DIR && join(process.env.SAMPLES_DIR, "northwind");
const invented = join("tests", "data", "import");

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany());
});
afterAll(() => server.stop());

test("nothing was imported yet, and the page says what to do", async () => {
  const list = await marta.visit("/imports");
  expect(list.status).toBe(200);
  expect(list.text).toContain("Aquí quedan las listas que se han cargado.");
  expect((await list.open("Importar archivo")).title).toBe("Importar archivo");
});

test("a list of accounts is received, looked over, applied and told", async () => {
  const sent = await upload("accounts", join(invented, "accounts.csv"));
  expect(sent.path).toMatch(/^\/imports\/1\?/);
  expect(sent.notice).toBe("Se recibió accounts.csv. Se está revisando.");

  const checked = await settled("/imports/1");
  expect(countsOf(checked)).toEqual({ Nuevos: "3", Cambian: "0", Iguales: "0", Rechazados: "0" });
  expect(checked.text).toContain("Todavía no se ha guardado nada.");
  expect((await marta.visit("/accounts")).text).toContain("Aquí");

  await checked.submit("Aplicar 3 renglones");
  const report = await settled("/imports/1");
  expect(countsOf(report)).toEqual({ Agregados: "3", Cambiados: "0", Iguales: "0", Rechazados: "0" });
  expect((await marta.visit("/accounts")).rows().map(([name]) => name)).toEqual(["Café Peñas Blancas", 'Ferretería "La Unión"', "Panadería El Albor"]);
  expect((await report.open("Café Peñas Blancas")).title).toBe("Café Peñas Blancas");
});

test("the same file again changes nothing, and there is nothing to apply", async () => {
  const checked = await uploaded("accounts", join(invented, "accounts.csv"));
  expect(countsOf(checked)).toEqual({ Nuevos: "0", Cambian: "0", Iguales: "3", Rechazados: "0" });
  expect(checked.text).toContain("No hay nada que aplicar");
  expect(() => checked.bodyFor("Aplicar 3 renglones")).toThrow("No button");
});

test("a row with a cell too many is refused by name and comes back as a file with the reason first", async () => {
  const checked = await uploaded("accounts", join(invented, "accounts-ragged.csv"));
  expect(countsOf(checked)).toMatchObject({ Rechazados: "1" });
  expect(checked.text).toContain("14 celdas donde el encabezado tiene 13");

  const file = await marta.ask(checked.link("Descargar los rechazados"));
  expect(file.headers.get("content-disposition")).toContain("accounts-ragged%20-%20rechazados.csv");
  const { header, rows } = await wholeSheet(Buffer.from(await file.arrayBuffer()));
  expect(header[0]).toBe("Motivo");
  expect(rows.map(({ cells }) => cells[0])).toEqual(["14 celdas donde el encabezado tiene 13"]);
});

test("columns and formats are changed, and the whole file is tried again", async () => {
  const bytes = Buffer.from('SKU,Nombre,Precio,Nota\r\nA-1,Tornillo,"1.234,50",de acero\r\nA-2,Tuerca,"0,75",NULL\r\n');
  const checked = await uploaded("catalog", bytes, "lista.csv");
  expect(checked.valueOf("numberFormat")).toBe("1.234,56");
  expect(checked.text).toContain("«1.234,50» es 1,234.5");
  expect(checked.text).toContain("La columna «Nota» contiene «NULL».");
  expect(countsOf(checked)).toMatchObject({ Nuevos: "2" });

  const twice = await checked.submit("Revisar de nuevo", { "columns.3": "name" });
  expect(twice.errorFor("columns.3")).toBe("Otra columna ya llena este dato.");

  await checked.submit("Revisar de nuevo", { "columns.3": "description", numberFormat: "1,234.56" });
  const again = await settled(checked.path.split("?")[0]!);
  expect(countsOf(again)).toMatchObject({ Nuevos: "0", Rechazados: "2" });
  expect(again.text).toContain("Precio unitario: «1.234,50» no es un número en el formato elegido.");

  await again.submit("Revisar de nuevo", { numberFormat: "1.234,56" });
  await (await settled(again.path.split("?")[0]!)).submit("Aplicar 2 renglones");
  expect(countsOf(await settled(again.path.split("?")[0]!))).toMatchObject({ Agregados: "2" });
});

test("what cannot be taken comes back with a sentence on the form, never a blank page", async () => {
  const form = await marta.visit("/imports/new");
  const none = await form.submit("Subir y revisar", { kind: "catalog" });
  expect(none.errorFor("file")).toBe("Elija un archivo.");
  expect(none.document.querySelector("input[value=catalog]")!.hasAttribute("checked")).toBe(true);
  expect((await form.submit("Subir y revisar", { kind: "accounts", file: new File([], "nada.csv") })).errorFor("file")).toBe("El archivo está vacío.");

  const strange = await marta.post("/api/uploads/imports", "nada" as unknown as FormData);
  expect(strange.title).toBe("Importar archivo");
  expect(strange.summary).toContain("El formulario es de una versión anterior");
  expect((await marta.visit("/imports/new?error=<b>x</b>&field=file")).errorFor("file")).toContain("No se pudo terminar");

  const picture = await uploaded("accounts", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), "foto.xlsx");
  expect(picture.text).toContain("el contenido no lo es");
});

test("the same upload sent twice makes one import", async () => {
  const form = await marta.visit("/imports/new");
  const body = form.bodyFor("Subir y revisar", { kind: "accounts", file: fileOf(join(invented, "accounts.csv")) });
  const first = await marta.post("/api/uploads/imports", body);
  const second = await marta.post("/api/uploads/imports", body);
  expect(second.path).toBe(first.path);
});

test("a stranger is sent to the door from the page, the upload and the file", async () => {
  const stranger = visitor(server.url);
  expect((await stranger.visit("/imports/1")).path).toContain("/login");
  expect((await stranger.visit("/imports/1/refused")).path).toContain("/login");
  expect((await stranger.post("/api/uploads/imports", new FormData())).path).toContain("/login");
  const missing = await marta.visit("/imports/999/refused");
  expect(missing.status).toBe(404);
  expect(missing.text).toContain("no está a su alcance");
});

test.skipIf(!samples)("the Northwind samples: 91 accounts with contacts of 21 countries, 67 and 24 refused, 77 items", async () => {
  const ragged = await uploaded("accounts", join(samples!, "customers-ragged.csv"));
  expect(countsOf(ragged)).toEqual({ Nuevos: "67", Cambian: "0", Iguales: "0", Rechazados: "24" });
  expect(ragged.text).toContain("12 celdas donde el encabezado tiene 11");
  const file = await wholeSheet(Buffer.from(await (await marta.ask(ragged.link("Descargar los rechazados"))).arrayBuffer()));
  expect(file.rows).toHaveLength(24);

  const customers = await uploaded("accounts", join(samples!, "customers.csv"));
  expect(countsOf(customers)).toMatchObject({ Nuevos: "91", Rechazados: "0" });
  await customers.submit("Aplicar 91 renglones");
  expect(countsOf(await settled(customers.path))).toMatchObject({ Agregados: "91" });
  const ofImport = `from accounts where id in (select record_id from import_rows where import_id = ${/\d+/.exec(customers.path)![0]})`;
  expect(value(`select count(*) ${ofImport}`)).toBe(91);
  expect(value(`select count(distinct country) ${ofImport}`)).toBe(21);
  expect(value(`select count(distinct contact_id) from account_contacts where account_id in (select id ${ofImport})`)).toBe(91);
  expect((await marta.visit("/accounts?q=taquer%C3%ADa")).rows()[0]![0]).toBe("Antonio Moreno Taquería");

  const products = await uploaded("catalog", join(samples!, "products.csv"));
  await products.submit("Aplicar 77 renglones");
  expect(countsOf(await settled(products.path))).toMatchObject({ Agregados: "77" });
});

function value(sql: string): unknown {
  const handle = openDatabase(join(server.dataDir, "cartera.sqlite"), { readonly: true });
  try {
    return handle.prepare(sql).pluck().get();
  } finally {
    handle.close();
  }
}

function fileOf(source: string | Buffer, name = typeof source === "string" ? basename(source) : "lista.csv") {
  return new File([new Uint8Array(typeof source === "string" ? readFileSync(source) : source)], name);
}

async function upload(kind: "accounts" | "catalog", source: string | Buffer, name?: string) {
  return (await marta.visit("/imports/new")).submit("Subir y revisar", { kind, file: fileOf(source, name) });
}

async function uploaded(...args: Parameters<typeof upload>) {
  return settled((await upload(...args)).path.split("?")[0]!);
}

/** The page once no job works on it; every look at it is whole on the way. */
async function settled(path: string): Promise<Visited> {
  for (;;) {
    const page = await marta.visit(path);
    if (!page.document.querySelector("progress")) return page;
    expect(page.status).toBe(200);
    expect(page.html).toContain('http-equiv="refresh"');
    await pause(50);
  }
}

function countsOf(page: Visited) {
  const pairs = page.document.querySelectorAll(".strip > div").map((pair) => [pair.querySelector("dt")!.textContent, pair.querySelector("dd")!.textContent]);
  return Object.fromEntries(pairs) as Record<string, string>;
}
