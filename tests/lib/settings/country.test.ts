import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { company, taxes } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { decimalsOf } from "@/lib/core/currencies";
import { fixedDecimals } from "@/lib/core/decimal";
import { calculate } from "@/lib/documents/calculate";
import { reckoningOf } from "@/lib/documents/reckoning";
import { packs, taxesOn } from "@/lib/i18n/packs";
import type { PackCode } from "@/lib/i18n/packs/types";
import { createInvoice } from "@/lib/invoices/commands";
import { changeCountry, mayChangeCountry } from "@/lib/settings/country";
import vectors from "../../data/tax-vectors.json";
import { draft } from "../../support/papers";
import { now, today, world } from "../../support/world";

const codes = Object.keys(packs) as PackCode[];
const by = { now, today };

test.each(codes)("a company set up in %s sells at once, with each of its taxes", (code) => {
  const { db } = world({ pack: packs[code] });
  const reckoning = write(db, (tx) => reckoningOf(tx));
  expect([reckoning.currency, reckoning.priceMode, reckoning.roundingMode]).toEqual([packs[code].currency, packs[code].priceMode, packs[code].rounding.mode]);
  expect(reckoning.taxes.map((tax) => tax.code)).toEqual(taxesOn(packs[code], today).map((tax) => tax.code));
  const lines = reckoning.taxes.map((tax) => ({ quantity: "3", unitPrice: "100", discount: null, taxes: [tax.code] }));
  expect(calculate(reckoning, lines, null).taxTotals).toHaveLength(reckoning.taxes.length);
});

const known = vectors.vectors.filter(({ id }) => ["V08", "V11", "V22", "V30", "V32", "V34", "V39", "V41", "V42", "V43"].includes(id));

test.each(known)("$id with the taxes of the pack: $title", ({ country, price_mode, lines, expected }) => {
  const pack = packs[country as PackCode];
  const reckoning = {
    ...{ currency: pack.currency, priceMode: price_mode as "tax_excluded", roundingMode: pack.rounding.mode, taxScope: pack.rounding.taxScope },
    taxes: pack.taxes.map((tax) => ({ ...tax, basePlus: tax.basePlus ?? null })),
  };
  const typed = lines.map(({ quantity, unit_price, taxes: named }) => ({ quantity, unitPrice: unit_price, discount: null, taxes: named }));
  const { netTotal, taxTotal, total } = calculate(reckoning, typed, null);
  const decimals = decimalsOf(pack.currency);
  expect([netTotal, taxTotal, total].map((amount) => fixedDecimals(amount, decimals))).toEqual([expected!.net_total, expected!.tax_total, expected!.total]);
});

test("before the first document the country changes with its money, clock and taxes, and an item keeps what it held", () => {
  const here = world();
  const scope = () => scopeFor(here.viewer("marta"), here.db);
  expect(mayChangeCountry(scope())).toBe(true);
  const change = write(here.db, (tx) => changeCountry(tx, { pack: "PE" }, by));
  expect([change.before!.pack, change.after!.pack]).toEqual(["MX", "PE"]);
  expect(here.db.select().from(company).get()).toMatchObject({ pack: "PE", currency: "PEN", zone: "America/Lima", roundingMode: "half_up" });
  expect(here.db.select({ code: taxes.code }).from(taxes).orderBy(taxes.position).all()).toEqual(taxesOn(packs.PE, today).map(({ code }) => ({ code })));
  expect(here.db.select({ code: taxes.code }).from(taxes).where(eq(taxes.isDefault, true)).all()).toEqual([{ code: "IGV18" }]);
  write(here.db, (tx) => changeCountry(tx, { pack: "MX" }, by));
  expect(here.db.select({ code: taxes.code }).from(taxes).where(eq(taxes.isDefault, true)).all()).toEqual([{ code: "IVA16" }]);
});

test("once there is a document, even a draft, it does not", () => {
  const here = world();
  const lines = [{ description: "Cal", unitPrice: "80" }];
  write(here.db, (tx) => createInvoice(tx, draft({ accountId: here.ids.acme, lines }), { userId: here.ids.ana, now, today }));
  expect(mayChangeCountry(scopeFor(here.viewer("marta"), here.db))).toBe(false);
  expect(() => write(here.db, (tx) => changeCountry(tx, { pack: "CO" }, by))).toThrow(expect.objectContaining({ code: "settings.country_in_use" }));
  expect(write(here.db, (tx) => changeCountry(tx, { pack: "MX" }, by)).after!.pack).toBe("MX");
});
