import fc from "fast-check";
import { expect, test } from "vitest";
import { company } from "@/db/schema";
import { scopeFor } from "@/lib/access/scope";
import { decimalsOf } from "@/lib/core/currencies";
import { toMinor } from "@/lib/core/decimal";
import { RuleError } from "@/lib/core/errors";
import { calculate } from "@/lib/documents/calculate";
import { reckoningFor } from "@/lib/documents/editing";
import type { Document } from "@/lib/documents/queries";
import { createInvoice, issueInvoice } from "@/lib/invoices/commands";
import { by, done, draft, system } from "../../support/papers";
import { world } from "../../support/world";

const decimal = (whole: number, decimals: number) =>
  fc.tuple(fc.nat(whole), fc.nat(10 ** decimals - 1)).map(([left, right]) => `${left}.${String(right).padStart(decimals, "0")}`);
const percent = fc.option(fc.integer({ min: 0, max: 100 }).map(String), { nil: "" });
const line = fc.record({
  description: fc.constant("Renglón"),
  quantity: decimal(500, 3),
  unitPrice: decimal(9000, 4),
  discount: percent,
  taxes: fc.subarray(["IVA16", "IVA8", "EXENTO"], { maxLength: 2 }),
});
const papers = fc.record({ discount: percent, lines: fc.array(line, { minLength: 1, maxLength: 7 }) });
const sum = (
  rows: readonly { [K in "netMinor" | "taxMinor" | "totalMinor" | "grossMinor" | "discountMinor"]: number }[],
  key: "netMinor" | "taxMinor" | "totalMinor" | "grossMinor" | "discountMinor",
) => rows.reduce((total, row) => total + row[key], 0);

test.each(["tax_excluded", "tax_included"] as const)("header and lines agree to the cent on 250 stored documents, %s", (priceMode) => {
  const { db, ids } = world();
  db.update(company).set({ priceMode }).run();
  let stored = 0;
  fc.assert(
    fc.property(papers, (paper) => {
      const invoice = made(() => done(db, (tx) => createInvoice(tx, draft({ accountId: ids.acme, ...paper }), by(ids.ana))));
      if (!invoice) return;
      stored += 1;
      const issued = done(db, (tx) => issueInvoice(tx, invoice, by(ids.ana)));
      for (const key of ["netMinor", "taxMinor", "totalMinor", "grossMinor", "discountMinor"] as const) expect(sum(issued.lines, key), key).toBe(issued[key]);
      expect(issued.taxes.reduce((total, tax) => total + tax.amountMinor, 0)).toBe(issued.taxMinor);
      expect(issued.lines.flatMap(({ taxes }) => taxes).reduce((total, tax) => total + tax.amountMinor, 0)).toBe(issued.taxMinor);
      expect(issued.netMinor + issued.taxMinor).toBe(issued.totalMinor);
      expect(issued.balanceMinor).toBe(issued.totalMinor);
      expect(addedUpAgain(issued)).toBe(issued.totalMinor);
    }),
    { numRuns: 250 },
  );
  expect(stored).toBeGreaterThan(200);

  function addedUpAgain(issued: Document): number {
    const lines = issued.lines.map(({ quantity, unitPrice, discountValue, taxes }) => ({
      quantity,
      unitPrice,
      discount: discountValue,
      taxes: taxes.map(({ code }) => code),
    }));
    return toMinor(calculate(reckoningFor(scopeFor(system, db), issued), lines, issued.discountValue).total, decimalsOf(issued.currency));
  }
});

/** Some papers cannot be; those are refused by a rule and by nothing else. */
function made(make: () => Document): Document | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof RuleError) return undefined;
    throw error;
  }
}
