import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, catalogItems, contacts } from "@/db/schema";
import type { ImportKind } from "@/db/vocabulary";
import { reasonsText } from "@/lib/imports/reasons";
import { type World, world } from "../../support/world";
import { applied, checked } from "../imports/jobs";
import { asks } from "./deeds";

/** By rule: the column of the file, its header, and what may stand there. */
const columns: Record<string, [target: string, header: string, cell: string]> = {
  "accounts.company.code": ["code", "Código", "P1"],
  "accounts.company.legalName": ["legalName", "Razón social", "Peña, S.A."],
  "accounts.company.taxId": ["taxId", "RFC", "PEN990101AB1"],
  "accounts.company.phone": ["phone", "Teléfono", "81 1234 5678"],
  "accounts.company.email": ["email", "Correo", "a@ejemplo.test"],
  "accounts.company.website": ["website", "Sitio web", "https://ejemplo.test"],
  "accounts.company.address": ["line1", "Dirección", "Calle 1"],
  "accounts.company.addressReference": ["addressReference", "Referencia", "Esquina"],
  "accounts.company.city": ["city", "Ciudad", "León"],
  "accounts.company.region": ["region", "Estado", "Guanajuato"],
  "accounts.company.postalCode": ["postalCode", "Código postal", "37000"],
  "accounts.company.description": ["description", "Descripción", "Algo"],
  "contacts.any.familyName": ["contactFamilyName", "Apellidos", "Paz"],
  "contacts.any.role": ["contactRole", "Cargo", "Compras"],
  "contacts.any.phone": ["contactPhone", "Celular", "81 8765 4321"],
  "contacts.any.email": ["contactEmail", "Correo del contacto", "b@ejemplo.test"],
  "catalog.product.unit": ["unit", "Unidad", "pieza"],
  "catalog.product.description": ["description", "Descripción", "Algo"],
};

/** What every file of a kind has, for a record of its own. */
function fixed(kind: ImportKind, own: string): [header: string, cell: string][] {
  const item: [string, string][] = [
    ["Código", own],
    ["Precio", "10"],
  ];
  return kind === "catalog"
    ? [["Nombre", "Cal"], ...item]
    : [
        ["Empresa", own],
        ["Nombres", "Rosa"],
      ];
}

function sizes({ db }: World) {
  return [accounts, contacts, catalogItems].map((table) => db.select().from(table).all().length);
}

async function tried(here: World, kind: ImportKind, cells: [string, string][]) {
  const lines = [cells.map(([header]) => header).join(","), cells.map(([, cell]) => `"${cell}"`).join(",")];
  return checked(here, kind, Buffer.from(lines.join("\n")), { as: "marta" });
}

test("a file is told row by row and column by column what is missing, before and while it is applied", async () => {
  const here = world();
  for (const [place, [key, [target, header, cell]]] of Object.entries(columns).entries()) {
    const kind: ImportKind = key.startsWith("catalog") ? "catalog" : "accounts";
    const own = fixed(kind, `Peña ${place}`);
    asks(here, []);
    const lacking = await tried(here, kind, own);
    expect([key, lacking.counts.new]).toEqual([key, 1]);

    asks(here, [key]);
    const refused = await tried(here, kind, [...own, [header, ""]]);
    expect([key, refused.counts.refused, refused.rows[0]!.reasons]).toEqual([key, 1, [{ field: target, code: "imports.asked", values: {} }]]);
    const whole = await tried(here, kind, [...own.filter(([name]) => name !== header), [header, cell]]);
    expect([key, whole.counts.new]).toEqual([key, 1]);

    // What was tried before the rule is asked of as it is written.
    const before = sizes(here);
    expect([key, (await applied(here.db, lacking.id)).counts]).toEqual([key, { new: 0, changed: 0, unchanged: 0, refused: 1 }]);
    expect([key, sizes(here)]).toEqual([key, before]);
    expect([key, (await applied(here.db, whole.id)).counts.new]).toEqual([key, 1]);
  }
});

test("all that a row lacks is told together; one that changes nothing is asked nothing, nor for what no column fills", async () => {
  const here = world();
  asks(here, ["accounts.company.phone", "accounts.company.city", "accounts.company.categoryId", "accounts.supplier.email"]);
  const refused = await tried(here, "accounts", [
    ["Empresa", "Peña"],
    ["Ciudad", ""],
  ]);
  expect(reasonsText("accounts", refused.rows[0]!.reasons)).toBe("Teléfono: Falta, y la empresa pide este dato · Ciudad: Falta, y la empresa pide este dato");
  expect((await tried(here, "accounts", [["Empresa", "Acme"]])).counts).toMatchObject({ unchanged: 1 });
  const changing = await tried(here, "accounts", [
    ["Empresa", "Acme"],
    ["Sitio web", "https://acme.test"],
  ]);
  expect(changing.counts).toMatchObject({ refused: 1 });
  const whole = await tried(here, "accounts", [
    ["Empresa", "Acme"],
    ["Teléfono", "555"],
    ["Ciudad", "León"],
  ]);
  expect(whole.counts).toMatchObject({ changed: 1 });
  await applied(here.db, whole.id);
  expect(here.db.select().from(accounts).where(eq(accounts.name, "Acme")).get()).toMatchObject({ phone: "555", city: "León" });
});
