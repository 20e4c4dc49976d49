import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { factsOf, textOf } from "../lib/documents/pdf/reading";
import { bill } from "../support/billing";
import { startCompany } from "../support/company";
import { hire } from "../support/people";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
let rita: Visitor;

beforeAll(async () => {
  ({ server, marta } = await startCompany());
  ({ rita } = await hire(server, { rita: { name: "Rita", profile: "Solo lectura" } }));
});
afterAll(() => server.stop());

test("what the company says of itself is kept and printed", async () => {
  const form = await marta.visit("/settings/company");
  const again = await form.submit("Guardar", { zone: "Marte/Olimpo", legalName: "El Sauce, S.A. de C.V." });
  expect(again.errorFor("zone")).toBe("Esa zona horaria no existe.");
  expect(again.valueOf("legalName")).toBe("El Sauce, S.A. de C.V.");
  const saved = await again.submit("Guardar", {
    zone: "America/Monterrey",
    taxId: "ESA010203AB1",
    address: "Av. Juárez 12",
    paymentData: "CLABE 030 180 9000",
  });
  expect(saved.notice).toBe("Ajustes guardados.");

  const id = bill(server, { account: "Acme", lines: [{ description: "Cal", unitPrice: "80" }] });
  const text = textOf(await pdfOf(id), "-raw");
  for (const part of ["El Sauce, S.A. de C.V.", "ESA010203AB1", "Av. Juárez 12", "CLABE 030 180 9000"]) expect(text).toContain(part);
});

test("a logo is drawn anew without what it hid, shown to who is inside and printed", async () => {
  const photo = await sharp({ create: { width: 2000, height: 900, channels: 3, background: "#c98b2b" } })
    .withExif({ IFD0: { Copyright: "escondido" } })
    .jpeg()
    .toBuffer();
  const form = await marta.visit("/settings/company");
  const saved = await form.submit("Subir logotipo", { file: new File([photo], "../../logo.jpg") });
  expect(saved.notice).toBe("Ajustes guardados.");
  const shown = await marta.ask("/settings/company/logo");
  const png = Buffer.from(await shown.arrayBuffer());
  expect(shown.headers.get("content-type")).toBe("image/png");
  expect(shown.headers.get("content-disposition")).toMatch(/^inline/);
  const facts = await sharp(png).metadata();
  expect([facts.format, facts.width, facts.height, facts.exif]).toEqual(["png", 600, 270, undefined]);
  expect(png.includes("escondido")).toBe(false);

  const id = bill(server, { account: "Acme", lines: [{ description: "Cal", unitPrice: "80" }] });
  const bytes = await pdfOf(id);
  expect(factsOf(bytes).Pages).toBe("1");
  expect(Buffer.from(bytes).toString("latin1")).toContain("/Subtype /Image");
});

test.each([
  ["svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ["html", "<!doctype html><script>alert(1)</script>"],
  ["broken", "\u00ff\u00d8\u00ff\u00e0 cortada"],
])("a %s file is refused as a picture", async (_name, content) => {
  const form = await marta.visit("/settings/company");
  const again = await form.submit("Subir logotipo", { file: new File([Buffer.from(content, "latin1")], "logo.png", { type: "image/png" }) });
  expect(again.text).toContain("La imagen no se puede leer.");
});

test("taxes are added, changed while unused, retired and offered again", async () => {
  const list = await marta.visit("/settings/taxes");
  const added = await list.submit("Guardar", { code: "IEPS6", name: "IEPS 6 %", rate: "6" });
  expect(added.notice).toBe("Ajustes guardados.");
  expect(added.rows().map(([, code]) => code)).toContain("IEPS6");
  const twice = await added.submit("Guardar", { code: "IEPS6", name: "Otro", rate: "1" });
  expect(twice.errorFor("code")).toBe("El código ya existe.");
  expect((await (await marta.visit("/settings/taxes")).submit("Guardar", { code: "X", name: "X", rate: "-1" })).errorFor("rate")).toBe(
    "No puede ser negativo.",
  );
  const edit = await marta.visit("/settings/taxes?editar=2");
  expect(edit.valueOf("code")).toBe("IVA16");
  bill(server, { account: "Acme", lines: [{ description: "Cal", unitPrice: "80", taxes: ["IVA16"] }] });
  expect((await edit.submit("Guardar", { rate: "17" })).errorFor("rate")).toContain("ya aparece en documentos");
  const renamed = await edit.submit("Guardar", { name: "IVA general" });
  expect(renamed.text).toContain("IVA general");
  const retired = await renamed.submit("Desactivar");
  expect(retired.rows()[0]!.join(" ")).toContain("Inactivo");
});

test("a list of choices grows, is put in order, loses a value to the past, and two become one", async () => {
  const page = await marta.visit("/settings/lists?lista=account_category");
  const added = await page.submit("Agregar", { code: "ins", name: "Instalador", color: "verde", place: "1" });
  expect(added.notice).toBe("Se agregó Instalador.");
  expect(added.rows()[0]!.slice(0, 3)).toEqual(["1", "INS", "Instalador"]);
  expect((await added.submit("Agregar", { code: "INS", name: "Otra" })).errorFor("code")).toBe("El código ya existe.");

  const edited = await (await added.open("Editar Instalador")).submit("Guardar", { name: "Instalador autorizado", place: "" });
  expect(edited.notice).toBe("Se guardó Instalador autorizado.");
  const retired = await edited.submit("Retirar");
  expect(retired.text).toContain("Retirada");
  expect((await marta.visit("/accounts/new")).html).not.toContain("Instalador autorizado");

  const chosen = (name: string) =>
    retired.document
      .querySelectorAll("#merge-fromId option, select[name=fromId] option")
      .find((one) => one.text === name)!
      .getAttribute("value")!;
  expect((await retired.submit("Unir dos opciones", { fromId: chosen("Minorista"), intoId: chosen("Minorista") })).errorFor("intoId")).toBe(
    "Elija dos opciones distintas.",
  );
  const merged = await retired.submit("Unir dos opciones", { fromId: chosen("Minorista"), intoId: chosen("Mayorista") });
  expect(merged.notice).toContain("Minorista se está uniendo");
  expect(
    merged
      .rows()
      .find(([, , name]) => name?.startsWith("Minorista"))!
      .join(" "),
  ).toContain("Retirada");
  expect((await rita.visit("/settings/lists")).status).toBe(403);
});

test("beside each origin stands what came by it", async () => {
  const { id, name } = { id: "2", name: "Referido por cliente" };
  await (await marta.visit("/accounts/new")).submit("Guardar", { name: "Por recomendación", originId: id });
  const row = (await marta.visit("/settings/origins")).rows().find(([, , called]) => called === name)!;
  expect(row.slice(3, 8)).toEqual(["1", "0", "0", "0", ""]);
});

test("two origins become one, and whoever came by the first is counted by the second", async () => {
  const page = await marta.visit("/settings/origins");
  const chosen = (name: string) =>
    page.document
      .querySelectorAll("select[name=fromId] option")
      .find((option) => option.text === name)!
      .getAttribute("value")!;
  const [one, other] = page.rows().map(([, , name]) => name!);
  const merged = await page.submit("Unir dos orígenes", { fromId: chosen(one!), intoId: chosen(other!) });
  expect(merged.notice).toContain(`${one} se está uniendo`);
  expect(merged.rows()[0]!.join(" ")).toContain("Retirado");
  const counted = async () => (await marta.visit("/settings/origins")).rows().map(([, , name, accounts]) => [name, accounts]);
  await expect.poll(counted, { timeout: 60_000, interval: 200 }).toEqual(expect.arrayContaining([[other, "1"]]));
});

test("who administers reads all that happened, narrows it, and takes exactly that out", async () => {
  const audit = await marta.visit("/settings/audit?kind=company");
  expect(audit.text).toContain("Lo que muestra esta página está como se escribió.");
  expect(audit.rows().every((cells) => cells.join(" ").includes("Marta") || cells.join(" ").includes("Automático"))).toBe(true);
  expect(audit.text).toContain("Datos de pago: antes");
  const form = await audit.open("Exportar");
  const done = await form.submit("Exportar", { format: "csv" });
  expect(done.notice).toBe("El archivo está listo.");
  const file = await (await marta.ask("/settings/audit/file")).text();
  expect(file.trim().split("\r\n")).toHaveLength(audit.rows().length + 1);
  expect((await marta.visit("/settings/audit")).text).toContain("Se exportó la auditoría");
  for (const path of ["/settings/audit", "/settings/audit/export", "/settings/audit/file"]) expect((await rita.visit(path)).status).toBe(403);
  expect((await rita.visit("/settings")).text).not.toContain("Auditoría");
});

test("the steps to begin with say what is done, lead to the rest, and every page on the way leads back", async () => {
  const list = await marta.visit("/settings/start");
  expect(list.text).toContain("Listo 1. Esquema de seguridad");
  expect(list.text).toMatch(/Falta: [^.]*teléfono o correo/);
  const [, done] = /(\d) de 8/.exec(list.text)!;
  const company = await list.open("4. Datos de la empresa");
  expect(company.text).toContain(`Puesta en marcha: ${done} de 8`);
  const saved = await company.submit("Guardar", { phone: "81 8340 1234", address: "Av. Juárez 12", taxId: "ESA010203AB1" });
  expect(saved.text).toContain(`Puesta en marcha: ${Number(done) + 1} de 8`);

  const back = await saved.open("Seguir con la puesta en marcha");
  expect(back.text).toContain("Listo 4. Datos de la empresa");
  const settled = await back.submit("Dar por hecho: Prospectos");
  expect(settled.notice).toBe("Se dio por hecho: Prospectos.");
  expect(settled.text).toContain(`${Number(done) + 2} de 8`);
  expect((await marta.visit("/")).text).toContain(`Puesta en marcha: ${Number(done) + 2} de 8`);
  expect((await marta.visit("/settings")).rows().map(([name]) => name)).toContain("Puesta en marcha");

  expect((await rita.visit("/settings/start")).status).toBe(403);
  expect((await rita.visit("/")).text).not.toContain("Puesta en marcha");
});

test("who may not configure sees what the profile lets through", async () => {
  expect((await marta.visit("/settings")).rows().map(([name]) => name)).toContain("Empresa");
  expect((await rita.visit("/settings/company")).status).toBe(403);
  expect((await rita.visit("/settings/taxes")).status).toBe(403);
  const refused = await rita.post("/api/uploads/logo", new FormData());
  expect(refused.path).toContain("/settings/company");
  expect((await marta.visit("/settings/series")).rows().map(([, next]) => next)).toContain("REC-00001");
});

async function pdfOf(id: number): Promise<Uint8Array> {
  for (let tries = 0; tries < 10; tries += 1) {
    const response = await marta.ask(`/invoices/${id}/pdf`);
    if (response.status === 200) return new Uint8Array(await response.arrayBuffer());
  }
  throw new Error(`The PDF of ${id} never came:\n${server.output()}`);
}
