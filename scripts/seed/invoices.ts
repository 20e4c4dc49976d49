import type { Handle } from "@/db/open";
import { connect } from "@/db/open";
import { goods } from "@/db/seeds/bench";
import { write } from "@/db/write";
import { addDays } from "@/lib/core/dates";
import { contentHash } from "@/lib/documents/freeze";
import { issuerSnapshot } from "@/lib/documents/parties";
import type { SeededAccount } from "./accounts";
import { wallTime } from "./activities";
import { bulk } from "./bulk";
import { randomFor } from "./random";

export const invoicesEach = 2;
export const linesEach = 3;
const span = 700 * 86_400_000;
export const tax = { code: "IVA16", name: "IVA 16 %", rate: "16", treatment: "taxed" } as const;
const terms = { kind: "invoice", fiscalType: "", currency: "MXN", revision: 1, exchangeRate: null, notes: null, terms: null } as const;
const without = { validUntil: null, discountType: null, discountValue: null, discountMinor: 0, withheldMinor: 0 } as const;
const filed = ["id", "number", "label", "account_id", "contact_id", "owner_id", "created_by"];
const printed = ["customer_name", "customer_name_key", "customer_snapshot", "issued_on", "due_on"];
const reckoned = ["gross_minor", "net_minor", "tax_minor", "total_minor", "balance_minor"];
const sealed = ["content_sha256", "previous_sha256", "frozen_at", "created_at", "updated_at"];

type Line = { good: (typeof goods)[number]; itemId: number; quantity: number; net: number; tax: number };
type Numbered = { account: SeededAccount; order: number; invoices: number };

/** Writes invoices in the order of their numbers, frozen and chained as the command does, over the 700 days before `now`.
 *  Whole quantities and prices, so that no line rounds. */
export function invoiceWriter(handle: Handle, { now }: { now: number }) {
  const {
    id: seriesId,
    prefix,
    padding,
  } = handle.prepare("select * from series where kind = 'invoice'").get() as { id: number; prefix: string; padding: number };
  const issuer = write(connect(handle), (tx) => issuerSnapshot(tx));
  const items = handle.prepare("select id from catalog_items order by id").pluck().all() as number[];
  const documents = bulk(handle, "documents", [...filed, ...printed, ...reckoned, ...sealed], constantsOf(seriesId, JSON.stringify(issuer)));
  handle.exec("create temp table bought (id integer primary key, item_id integer, quantity integer) strict");
  const bought = bulk(handle, "temp.bought", ["id", "item_id", "quantity"]);
  let previousSha256: string | null = null;

  const add = ({ account, order, invoices }: Numbered) => {
    const id = order + 1;
    const label = `${prefix}${String(id).padStart(padding, "0")}`;
    const issuedAt = now - span + Math.floor((span * order) / invoices);
    const issuedOn = wallTime(issuedAt).slice(0, 10);
    const dueOn = addDays(issuedOn, 30);
    const lines = linesOf(order, items);
    const [net, charged] = [sum(lines, "net"), sum(lines, "tax")];
    const customer = customerOf(account);
    const amounts = { grossMinor: net, netMinor: net, taxMinor: charged, totalMinor: net + charged };
    const content = { ...terms, ...without, ...amounts, seriesId, number: id, label, issuedOn, dueOn, customerSnapshot: customer, issuerSnapshot: issuer };
    const hash = contentHash(
      { ...content, lines: lines.map(printedLine), taxes: [{ ...tax, baseMinor: net, amountMinor: charged }] } as Frozen,
      previousSha256,
    );
    documents.add(
      ...[id, id, label, account.id, account.contacts[0]!.id, account.seller.id, account.seller.id],
      ...[account.name, account.nameKey, JSON.stringify(customer), issuedOn, dueOn, net, net, charged, net + charged, net + charged],
      ...[hash, previousSha256, issuedAt, issuedAt, issuedAt],
    );
    previousSha256 = hash;
    for (const [position, { itemId, quantity }] of lines.entries()) bought.add(order * linesEach + position + 1, itemId, quantity);
  };
  return { add, flush: () => [documents, bought].forEach(({ flush }) => void flush()) };
}

type Frozen = Parameters<typeof contentHash>[0];

function constantsOf(seriesId: number, issuer: string): Record<string, string> {
  return {
    ...{ kind: "'invoice'", status: "'issued'", is_frozen: "1", series_id: String(seriesId), version: "2" },
    ...{ currency: "'MXN'", price_mode: "'tax_excluded'", rounding_mode: "'half_up'", tax_scope: "'rate'" },
    issuer_snapshot: `'${issuer.replaceAll("'", "''")}'`,
  };
}

function linesOf(order: number, items: number[]): Line[] {
  const random = randomFor(~order);
  return Array.from({ length: linesEach }, () => {
    const choice = random.below(goods.length);
    const quantity = random.below(40) + 1;
    const net = quantity * goods[choice]!.price * 100;
    return { good: goods[choice]!, itemId: items[choice]!, quantity, net, tax: (net * 16) / 100 };
  });
}

function printedLine({ good, quantity, net, tax: charged }: Line) {
  const named = { code: good.code, description: good.name, unit: good.unit, quantity: `${quantity}`, unitPrice: `${good.price}` };
  const amounts = { grossMinor: net, discountMinor: 0, netMinor: net, taxMinor: charged, totalMinor: net + charged };
  return { ...named, discountType: null, discountValue: null, ...amounts, taxes: [{ ...tax, amountMinor: charged }] };
}

function customerOf({ name, legalName, taxId, where, contacts: [first] }: SeededAccount) {
  const address = [[where.postalCode, where.city, where.region].join(", ")];
  const contact = `${first!.givenName} ${first!.familyName}`;
  return { name, legalName, taxId, taxIdLabel: "RFC", phone: where.phone, email: null, address, contact };
}

function sum(lines: Line[], part: "net" | "tax"): number {
  return lines.reduce((total, line) => total + line[part], 0);
}
