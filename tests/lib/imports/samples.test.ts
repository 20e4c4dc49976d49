import { join } from "node:path";
import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { importRowsErrors } from "@/lib/i18n/es/sheets";
import { csvText, refusedSheet } from "@/lib/sheets/write";
import { wholeSheet } from "../sheets/support";
import { understood } from "./support";

const folder = process.env.SAMPLES_DIR && join(process.env.SAMPLES_DIR, "northwind");
if (!folder) console.log("SAMPLES_DIR is not set: the Northwind samples are not read.");
const sample = (name: string) => join(folder ?? "", name);

test.skipIf(!folder)("customers.csv gives 91 accounts of 21 countries with their contacts", async () => {
  const { guess, records, refused } = await understood("accounts", sample("customers.csv"));
  expect(refused).toEqual([]);
  expect(guess.nullText).toBe("NULL");
  expect(records).toHaveLength(91);
  expect(records.filter(({ contact }) => contact?.givenName && contact.role)).toHaveLength(91);
  expect(new Set(records.map(({ address }) => address.country)).size).toBe(21);
  expect(JSON.stringify(records)).not.toContain("NULL");
  expect(records.find(({ code }) => code === "SIMOB")!.address).toEqual({ line1: "Vinbæltet 34", city: "Kobenhavn", postalCode: "1734", country: "DK" });
  expect(records.find(({ code }) => code === "ANTON")).toMatchObject({ name: "Antonio Moreno Taquería", address: { city: "México D.F." } });
});

test.skipIf(!folder)("customers-ragged.csv gives 67 and a file of the 24 it refuses", async () => {
  const { header, records, refused } = await understood("accounts", sample("customers-ragged.csv"));
  expect(records).toHaveLength(67);
  expect(refused).toHaveLength(24);

  const say = createTranslator({ locale: "es", messages: importRowsErrors });
  const reasoned = refused.map(({ cells, reasons }) => ({ cells, reason: reasons.map(({ values }) => say("ragged", values)).join(" ") }));
  expect(new Set(reasoned.map(({ reason }) => reason))).toEqual(new Set(["12 celdas donde el encabezado tiene 11"]));

  const file = refusedSheet(header, reasoned, "Motivo");
  const again = await wholeSheet(Buffer.from(csvText(file.header, file.rows)));
  expect(again.rows.map(({ cells }) => cells.slice(1))).toEqual(refused.map(({ cells }) => cells));
});

test.skipIf(!folder)("products.csv gives 77 articles", async () => {
  const { guess, records, refused } = await understood("catalog", sample("products.csv"));
  expect(refused).toEqual([]);
  expect(guess.numberFormat).toBe("1,234.56");
  expect(records).toHaveLength(77);
  expect(records[0]).toEqual({ code: "1", name: "Chai", description: "10 boxes x 20 bags", unitPrice: "18", isActive: true, kind: "product" });
  expect(records.filter(({ isActive }) => !isActive)).toHaveLength(8);
});
