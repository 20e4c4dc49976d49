import { expect, test } from "vitest";
import { accountBalances } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { RuleError } from "@/lib/core/errors";
import { keepAccountBalance } from "@/lib/documents/balances";
import { documentFilters } from "@/lib/documents/filters";
import { sumDocuments } from "@/lib/documents/list-sums";
import { minorText } from "@/lib/i18n/balances";
import { tMaybe } from "@/lib/i18n/words";
import { createQuote } from "@/lib/quotes/commands";
import { postReceipt } from "@/lib/receipts/commands";
import { receiptForm } from "@/lib/receipts/forms";
import { issuedInvoice } from "../../support/invoices";
import { by, cement, done, draft, system } from "../../support/papers";
import { now, today, world } from "../../support/world";

const most = 10 ** 13;

test("a document comes to no more than can be added up, and says so at its lines", () => {
  const { db, ids } = world();
  const quote = (unitPrice: string) =>
    done(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, lines: [{ ...cement, taxes: [], unitPrice }] }), by(ids.ana)));
  expect(quote("100000000000").totalMinor).toBe(most);
  expect(() => quote("100000000000.01")).toThrow(new RuleError("money.too_large", "lines"));
  expect(tMaybe("money.too_large")).toBe("El importe es demasiado grande.");
});

test("neither does what is received at once", () => {
  const { db, ids } = world();
  const account = findAccount(scopeFor(system, db), ids.acme)!;
  const tenders = Array.from({ length: 20 }, () => ({ method: "cash", amount: "99999999999.99" }));
  const input = receiptForm({ decimal: ".", group: "," }).parse({ accountId: ids.acme, currency: "MXN", receivedOn: today, tenders });
  const post = () => write(db, (tx) => postReceipt(tx, account, [], input, { userId: ids.ana, now, today }));
  expect(post).toThrow(new RuleError("money.too_large", "tenders.0.amount"));
});

test("the sums of many documents read, however large", () => {
  const { db, ids } = world();
  write(db, (tx) => {
    for (let count = 0; count < 1001; count++) issuedInvoice(tx, { accountId: ids.acme, totalMinor: most });
    keepAccountBalance(tx, ids.acme, "MXN");
  });
  const { sums } = sumDocuments(scopeFor(system, db), "invoice", documentFilters.parse({}));
  const kept = db
    .select()
    .from(accountBalances)
    .all()
    .find(({ accountId }) => accountId === ids.acme)!;
  expect([sums[0]!.totalMinor, kept.balanceMinor].map((minor) => minorText(minor, "USD"))).toEqual(Array(2).fill(minorText(1001 * most, "USD")));
});
