import { expect, test } from "vitest";
import { countryName } from "@/lib/i18n/countries";
import { readRow } from "@/lib/imports/understand";
import { csvText, xlsxBytes } from "@/lib/sheets/write";
import { fixture, wholeSheet } from "../sheets/support";
import { understood } from "./support";

const penas = {
  code: "PEÑAS",
  name: "Café Peñas Blancas",
  legalName: "Cafetería Peñas Blancas S.A. de C.V.",
  phone: "+52 999 555 0101",
  email: "compras@penasblancas.example",
  address: { line1: "Av. Niños Héroes 12, int. 3", city: "Mérida", region: "Yucatán", postalCode: "97000", country: "MX" },
  contact: { givenName: "José", familyName: "Ñandú Güemes", role: "Compras" },
};

test.each([
  "accounts.csv",
  "accounts-semicolons.csv",
  "accounts-windows-1252.csv",
  "accounts-utf-16.csv",
])("%s gives its accounts with their contacts", async (name) => {
  const { guess, records, refused } = await understood("accounts", fixture(name));
  expect(guess.nullText).toBe("NULL");
  expect(refused).toEqual([]);
  expect(records).toHaveLength(3);
  expect(records[0]).toEqual(penas);
  expect(records[1]).toMatchObject({ name: "Panadería El Albor", contact: { givenName: "Inés", familyName: "Açaí" }, address: { country: "CO" } });
  expect(records[2]).toMatchObject({ name: 'Ferretería "La Unión"' });
  expect(records[2]!.contact).toBeUndefined();
});

test("the same table as a workbook gives the same accounts", async () => {
  const { header, rows } = await wholeSheet(fixture("accounts.csv"));
  const bytes = await xlsxBytes(
    header,
    rows.map(({ cells }) => cells),
  );
  expect((await understood("accounts", bytes, "cuentas.xlsx")).records).toEqual((await understood("accounts", fixture("accounts.csv"))).records);
});

test("what is read, written again with our own headers, reads the same", async () => {
  const { records } = await understood("accounts", fixture("accounts.csv"));
  const header = ["Código", "Nombre de la empresa", "Razón social", "Teléfono", "Correo electrónico", "Dirección", "Ciudad", "Estado", "Código postal", "País"];
  const contact = ["Nombres del contacto", "Apellidos del contacto", "Cargo del contacto"];
  const rows = records.map(({ address, contact: person, ...one }) =>
    [
      ...[one.code, one.name, one.legalName, one.phone, one.email, address.line1, address.city, address.region, address.postalCode],
      ...[countryName(address.country!), person?.givenName, person?.familyName, person?.role],
    ].map((text) => text ?? ""),
  );
  expect((await understood("accounts", Buffer.from(csvText([...header, ...contact], rows)))).records).toEqual(records);
});

test("a row with a cell too many is refused by name, and the rest goes in", async () => {
  const { records, refused } = await understood("accounts", fixture("accounts-ragged.csv"));
  expect(records).toHaveLength(2);
  expect(refused).toMatchObject([{ number: 2, reasons: [{ field: "", code: "imports.ragged", values: { cells: 14, expected: 13 } }] }]);
});

const header = ["Empresa", "Correo", "País", "Contacto", "Correo del contacto", "Sitio web"];
const mapping = { 0: "name", 1: "email", 2: "country", 3: "contactName", 4: "contactEmail", 5: "website" };
const options = { nullText: "", numberFormat: "1.234,56", dateFormat: "dd/mm/aaaa", country: "MX" } as const;
const read = (cells: string[]) => readRow({ kind: "accounts", mapping, options, header }, cells);

test("every reason of a row is told at once", () => {
  expect(read(["", "ana@", "Narnia", "", "a@b.example", "javascript:alert(1)"])).toEqual({
    ok: false,
    reasons: [
      { field: "name", code: "imports.required" },
      { field: "email", code: "imports.bad_email", values: { text: "ana@" } },
      { field: "website", code: "imports.bad_website", values: { text: "javascript:alert(1)" } },
      { field: "country", code: "imports.bad_country", values: { text: "Narnia" } },
      { field: "contactName", code: "imports.contact_without_name" },
    ],
  });
});

test("a row without country gets the one chosen; separators too many at its end are no cells; a name alone has no surname", () => {
  expect(read(["Norte\r\nSur", "", "", "Cher", "", "tienda.example:8080/x", "", ""])).toEqual({
    ok: true,
    record: { name: "Norte Sur", website: "tienda.example:8080/x", address: { country: "MX" }, contact: { givenName: "Cher", familyName: "" } },
  });
});
