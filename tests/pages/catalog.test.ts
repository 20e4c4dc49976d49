import { afterAll, beforeAll, expect, test } from "vitest";
import { startCompany } from "../support/company";
import type { RunningServer } from "../support/server";
import type { Visitor } from "../support/visit";

let server: RunningServer;
let marta: Visitor;
beforeAll(async () => {
  ({ server, marta } = await startCompany({ fields: { pack: "MX", zone: "America/Mexico_City" } }));
});
afterAll(() => server.stop());

test("an item is added with its price and taxes, listed, found and changed", async () => {
  const form = await marta.visit("/catalog/new");
  expect(form.valueOf("taxIds")).toBe("2");
  const made = await form.submit("Guardar", { code: "CEM-50", name: "Cemento gris 50 kg", unit: "saco", unitPrice: "228.50", cost: "190" });
  expect(made.notice).toBe("Se agregó Cemento gris 50 kg.");
  expect(made.text).toContain("$228.50");
  expect(made.text).toContain("IVA 16 %");

  for (const text of ["cem-50", "gris", "ceme"]) expect((await marta.visit(`/catalog?q=${text}`)).rows(), text).toHaveLength(1);
  expect((await marta.visit("/catalog?q=varilla")).text).toContain("Nada coincide");

  const edit = await made.open("Editar");
  expect([edit.valueOf("unitPrice"), edit.valueOf("cost")]).toEqual(["228.5", "190"]);
  const saved = await edit.submit("Guardar", { unitPrice: "1,240.00", taxIds: false });
  expect(saved.text).toContain("$1,240.00");
  expect(saved.text).toContain("Sin impuesto");
});

test("a code that is taken, and a price that is none, come back beside what was typed", async () => {
  const form = await marta.visit("/catalog/new");
  const wrong = await form.submit("Guardar", { code: "X", name: "X", unitPrice: "doce" });
  expect(wrong.errorFor("unitPrice")).toContain("número");
  const taken = await wrong.submit("Guardar", { code: "CEM-50", unitPrice: "12" });
  expect(taken.errorFor("code")).toBe("El código ya existe.");
  expect(taken.valueOf("name")).toBe("X");
});

test("picked items are retired and sold otherwise together, and taken back together", async () => {
  const picking = await (await marta.visit("/catalog")).open("Seleccionar");
  const [first] = picking.document.querySelectorAll('tbody input[name="ids"]').map((box) => box.getAttribute("value")!);
  const question = await picking.submit("Cambiar los elegidos", { ids: [first!] });
  const begun = await question.submit("Cambiar", { unit: "bulto", state: "inactive" });
  expect(begun.notice).toBe("El cambio está en marcha.");
  const path = begun.path.split("?")[0]!;
  const untilItSays = async (address: string, words: string) => {
    await expect.poll(async () => (await marta.visit(address)).text, { timeout: 60_000, interval: 200 }).toContain(words);
    return marta.visit(address);
  };
  const done = await untilItSays(path, "Deshacer el cambio");
  expect(done.text).toMatch(/Cambiados\s*1/);
  expect((await marta.visit("/catalog?state=inactive")).rows().flat().join(" ")).toContain("bulto");
  await untilItSays((await done.submit("Deshacer el cambio")).path.split("?")[0]!, "Devueltos");
  expect((await marta.visit("/catalog?state=inactive")).rows()).toEqual([]);
});
