import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { company as companies } from "@/db/schema";
import { issuerSnapshot } from "@/lib/documents/parties";
import { sheetOf } from "@/lib/documents/sheet-of";
import { lineAmountMinor, sumsOf } from "@/lib/documents/sums";
import { createInvoice, issueInvoice } from "@/lib/invoices/commands";
import { by, cement, done, draft } from "../../support/papers";
import { world } from "../../support/world";

const lines = [
  { ...cement, quantity: "3", discount: "7.5" },
  { ...cement, description: "Flete", quantity: "0.333", taxes: [] },
];

test.each(["tax_excluded", "tax_included"] as const)("with %s each sum follows from those above it, and the lines from their price", (priceMode) => {
  const { db, ids } = world();
  db.update(companies).set({ priceMode }).where(eq(companies.id, 1)).run();
  const made = done(db, (tx) => createInvoice(tx, draft({ accountId: ids.acme, lines }), by(ids.ana)));
  const sums = sumsOf(made);
  const total = sums.at(-1)!;
  expect(total).toMatchObject({ isTotal: true, minor: made.totalMinor });
  expect(sums.slice(0, -1).reduce((sum, { minor }) => sum + minor, 0)).toBe(total.minor);
  const amounts = made.lines.reduce((sum, line) => sum + lineAmountMinor(line, made), 0);
  expect(amounts).toBe(priceMode === "tax_included" ? made.totalMinor : made.netMinor);
  if (priceMode === "tax_excluded") expect(sums[0]!.minor).toBe(amounts);
});

test.each([
  "tax_excluded",
  "tax_included",
] as const)("with %s a discount of the whole document stands at the foot and leaves the lines as they were", (priceMode) => {
  const { db, ids } = world();
  db.update(companies).set({ priceMode }).where(eq(companies.id, 1)).run();
  const make = (discount: string | null) => done(db, (tx) => createInvoice(tx, draft({ accountId: ids.acme, lines, discount }), by(ids.ana)));
  const [plain, made] = [make(null), make("4")];
  const amountsOf = (document: typeof made) => document.lines.map((line) => lineAmountMinor(line, document));
  expect(amountsOf(made)).toEqual(amountsOf(plain));
  const [subtotal, discount, ...rest] = sumsOf(made);
  expect(subtotal!.minor).toBe(amountsOf(made).reduce((sum, minor) => sum + minor, 0));
  expect(discount!.minor).toBe(-Math.round(subtotal!.minor * 0.04));
  const after = subtotal!.minor + discount!.minor;
  const sumOf = (rows: { minor: number }[]) => rows.reduce((sum, { minor }) => sum + minor, 0);
  expect(priceMode === "tax_included" ? after : after + sumOf(rest.slice(0, -1))).toBe(made.totalMinor);
  if (priceMode === "tax_included") expect(sumOf(rest.slice(0, -1))).toBe(made.totalMinor);
});

test("internal notes and what is not of its kind never reach the paper; a draft says so and an issued one does not", () => {
  const { db, ids } = world();
  const typed = draft({ accountId: ids.acme, lines, internalNote: "Secreto", notes: "A la vista", validUntil: "2026-09-01" });
  const made = done(db, (tx) => createInvoice(tx, typed, by(ids.ana)));
  const party = db.transaction((tx) => issuerSnapshot(tx));
  const drawn = (document: typeof made) => sheetOf({ kind: "invoice", document, customer: party, issuer: { ...party, paymentData: "CLABE 1" }, logo: null });
  const sheet = drawn(made);
  expect([sheet.watermark, sheet.number]).toEqual(["BORRADOR", null]);
  expect(JSON.stringify(sheet)).not.toContain("Secreto");
  expect(sheet.sections.map(({ text }) => text)).toEqual(["A la vista", "CLABE 1"]);
  expect(sheet.dates.map(({ label }) => label)).not.toContain("Vigencia");
  expect(sheet.columns.map(({ key }) => key)).toEqual(["position", "description", "quantity", "unit", "unitPrice", "discount", "taxes", "total"]);
  const issued = drawn(done(db, (tx) => issueInvoice(tx, made, by(ids.ana))));
  expect([issued.watermark, issued.number]).toEqual([null, "A-00001"]);
});
