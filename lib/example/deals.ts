import type { ExampleLine } from "@/db/seeds/demo/types";
import type { Book, Customer } from "./book";
import { type Stage, workday } from "./stage";

/** Days before the end of the story; what is still to come lies below zero. */
type DaysBefore = number;

export type InvoiceFate = "open" | "partial" | "paid" | "bounced" | "voided" | "draft";
export type InvoicePlan = {
  issued: DaysBefore;
  due: DaysBefore;
  fate: InvoiceFate;
  parts: number;
  special?: { lines: ExampleLine[]; notes: string };
  isCounter?: boolean;
};
export type QuoteFate = "draft" | "sent" | "expired" | "accepted" | "rejected" | "voided" | "ordered" | "invoiced";
export type OrderFate = "draft" | "confirmed" | "voided";

export type Deal = {
  customer: Customer;
  /** Sent last on `on`; each revision came four days before the next. */
  quote?: { on: DaysBefore; fate: QuoteFate; revisions: number };
  order?: { on: DaysBefore; fate: OrderFate };
  invoices: InvoicePlan[];
  /** Whose quotation it is, when somebody asked before they were a customer. */
  prospectId?: number;
};

const buckets = [
  [1, 30],
  [31, 60],
  [61, 90],
  [91, 150],
] as const;
const terms = [7, 15, 30];

/** Every paper of the story, from the invoices backwards: ten overdue in each bucket, paid ones, some to come, voided, drafts. */
export function planDeals(stage: Stage, book: Book): Deal[] {
  const invoices = planInvoices(stage);
  const sold = invoices.filter(({ special, fate, issued }) => !special && fate !== "draft" && fate !== "voided" && issued > 5 && issued < 150);
  const fromOrders = sold.filter((_, place) => place % 2 === 0).slice(0, 22);
  const fromQuotes = sold.filter((_, place) => place % 2 === 1).slice(0, 2);
  const direct = invoices.filter((invoice) => !fromOrders.includes(invoice) && !fromQuotes.includes(invoice));
  const [first, second, ...rest] = fromOrders;

  const deals: Omit<Deal, "customer">[] = [
    ordered(
      stage,
      [first!, second!].sort((one, other) => other.issued - one.issued),
      0,
    ),
    ...rest.map((invoice, place) =>
      place < 2 ? { order: { on: invoice.issued + 2, fate: "confirmed" as const }, invoices: [invoice] } : ordered(stage, [invoice], place),
    ),
    ...fromQuotes.map((invoice) => ({ quote: { on: workday(invoice.issued + 3, stage.asOf), fate: "invoiced" as const, revisions: 1 }, invoices: [invoice] })),
    ...direct.map((invoice) => ({ invoices: [invoice] })),
    ...otherOrders(stage),
    ...otherQuotes(stage),
  ];
  return deals.map((deal) => ({ ...deal, customer: customerFor(stage, book, deal.invoices[0]) }));
}

function planInvoices({ example, asOf }: Stage): InvoicePlan[] {
  const issuedFor = (due: DaysBefore, term: number) => workday(due + term, asOf);
  const overdue = buckets.flatMap(([from, to], bucket) =>
    Array.from({ length: 10 }, (_, place): InvoicePlan => {
      const due = from + Math.round((place * (to - from)) / 9);
      const fate = place === 2 || place === 6 ? "partial" : bucket === 0 && place === 8 ? "bounced" : "open";
      return { due, issued: issuedFor(due, terms[place % 3]!), fate, parts: 1 };
    }),
  );
  const paid = Array.from({ length: 18 }, (_, place): InvoicePlan => {
    const due = 8 + place * 8;
    return { due, issued: issuedFor(due, terms[place % 3]!), fate: "paid", parts: place < 3 ? 3 : place < 12 ? 2 : 1 };
  });
  const current = Array.from(
    { length: 7 },
    (_, place): InvoicePlan => ({ due: -3 - place * 3, issued: issuedFor(-3 - place * 3, 30), fate: "open", parts: 1 }),
  );
  const voided = [70, 21].map((issued): InvoicePlan => ({ issued: workday(issued, asOf), due: issued - 15, fate: "voided", parts: 1 }));
  const drafts = [3, 2, 1].map((issued): InvoicePlan => ({ issued, due: -15, fate: "draft", parts: 1 }));
  const [oldest, recent, settled, counter] = example.specials;
  overdue[31] = { ...overdue[31]!, special: oldest };
  overdue[1] = { ...overdue[1]!, special: recent };
  paid[12] = { ...paid[12]!, special: settled };
  paid[13] = { ...paid[13]!, special: counter, isCounter: true };
  return [...overdue, ...paid, ...current, ...voided, ...drafts];
}

function ordered({ random, asOf }: Stage, invoices: InvoicePlan[], place: number): Omit<Deal, "customer"> {
  const on = workday(invoices[0]!.issued + random.whole(1, 4), asOf);
  const revisions = place === 1 ? 3 : [2, 5, 9, 13].includes(place) ? 2 : 1;
  return { quote: { on: workday(on + random.whole(3, 9), asOf), fate: "ordered", revisions }, order: { on, fate: "confirmed" }, invoices };
}

/** Seven that nobody invoiced: five from a quotation, two by telephone. */
function otherOrders({ asOf }: Stage): Omit<Deal, "customer">[] {
  const fates: OrderFate[] = ["confirmed", "confirmed", "confirmed", "draft", "draft", "voided", "voided"];
  return fates.map((fate, place) => {
    const on = workday(4 + place * 6, asOf);
    const quote = { on: workday(on + 5, asOf), fate: "ordered" as const, revisions: 1 };
    return place === 4 || place === 6 ? { order: { on, fate }, invoices: [] } : { quote, order: { on, fate }, invoices: [] };
  });
}

function otherQuotes({ asOf }: Stage): Omit<Deal, "customer">[] {
  const made = (fate: QuoteFate, days: DaysBefore[], revisions = 1) =>
    days.map((day) => ({ quote: { on: workday(day, asOf), fate, revisions }, invoices: [] }));
  return [
    ...made("sent", [1, 2, 4, 6, 8, 9, 11]),
    ...made("sent", [3], 2),
    ...made("expired", [20, 27, 34, 43, 52, 64]),
    ...made("accepted", [5, 12, 16]),
    ...made("rejected", [19, 38, 57, 90]),
    ...made("voided", [30]),
    ...made("draft", [1, 3]),
  ];
}

/** The first four customers buy the most; over the counter nobody gives a name. */
function customerFor({ random }: Stage, { customers, public: counter }: Book, invoice?: InvoicePlan): Customer {
  if (invoice?.isCounter) return counter;
  return { ...(random.chance(0.34) ? customers[random.whole(0, 3)]! : random.pick(customers)) };
}
