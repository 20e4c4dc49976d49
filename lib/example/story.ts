import type { Document } from "@/lib/documents/queries";
import { type Book, completeAccount } from "./book";
import type { Goods } from "./catalog";
import type { Deal, InvoicePlan } from "./deals";
import type { Identities } from "./identity";
import { bounce, owed, pay } from "./money";
import { answerQuote, invoice, order, quote, revise } from "./papers";
import { type Stage, workday } from "./stage";
import type { Team } from "./team";
import { chase, visit } from "./visits";

const minute = 60_000;
/** Days between one version of a quotation and the next. */
const thinking = 4;
const advances = [40, 18, 5];
export const chases = 14;

type Staff = { team: Team; goods: Goods; identities: Identities };

/** Puts a deal's papers on the agenda, each after the one it comes from. Returns whether a visit led to them. */
export function tellDeal(stage: Stage, deal: Deal, { isVisited: isDue, ...staff }: Staff & { isVisited: boolean }): boolean {
  const { agenda, at } = stage;
  const { goods } = staff;
  const { quote: offer, order: sale } = deal;
  const first = offer ? offer.on + thinking * (offer.revisions - 1) : (sale?.on ?? deal.invoices[0]!.issued);
  const isVisited = isDue && !deal.invoices[0]?.special;
  if (isVisited) agenda.add(at(workday(first + 3, stage.asOf)), (now) => visit(stage, deal.customer, goods, now));

  let offered: Document | undefined;
  let sold: Document | undefined;
  if (offer) agenda.add(at(first, 9), (now) => (offered = quote(stage, deal, goods, now)));
  for (let version = 2; version <= (offer?.revisions ?? 1); version += 1)
    agenda.add(at(offer!.on + thinking * (offer!.revisions - version), 10), (now) => (offered = revise(stage, offered!, now)));
  const { fate } = offer ?? {};
  if (fate === "accepted" || fate === "rejected" || fate === "voided")
    agenda.add(at(Math.max(1, offer!.on - 2), 13), (now) => (offered = answerQuote(stage, offered!, fate, now)));
  if (sale) agenda.add(at(sale.on, 11), (now) => (sold = order(stage, deal, offered, goods, now)));
  for (const plan of deal.invoices) agenda.add(at(plan.issued, 14), (now) => bill(stage, deal, plan, sold ?? offered, { ...staff, now }));
  return isVisited;
}

function bill(stage: Stage, deal: Deal, plan: InvoicePlan, source: Document | undefined, { team, goods, identities, now }: Staff & { now: number }) {
  if (plan.fate !== "draft") completeAccount(stage, deal.customer.accountId, { identities, userId: team.billing, now });
  const { id } = invoice(stage, deal, plan, source, { goods, userId: team.billing, now });
  const { agenda, at } = stage;
  const { customer } = deal;
  const userId = team.billing;
  const settle = (daysBefore: number, share = 1) =>
    agenda.add(
      Math.max(at(daysBefore, 16), now + 30 * minute),
      (then) => void pay(stage, { customer, invoiceId: id, amountMinor: owed(stage, id, share), userId, now: then }),
    );
  if (plan.fate === "partial") settle(Math.max(1, plan.due - 5), 0.4);
  if (plan.fate === "paid") for (let part = 1; part <= plan.parts; part += 1) settle(payday(plan, part), part === plan.parts ? 1 : 0.5);
  if (plan.fate !== "bounced") return;
  agenda.add(at(plan.due - 2, 12), (then) => {
    const receiptId = pay(stage, { customer, invoiceId: id, amountMinor: owed(stage, id), userId, now: then });
    agenda.add(at(plan.due - 5, 10), (later) => bounce(stage, receiptId, userId, later));
  });
}

/** The parts are spread over the weeks until the invoice is due, the last one late by some days. Over the counter it is the same day. */
function payday({ issued, due, parts, isCounter }: InvoicePlan, part: number): number {
  const last = isCounter ? issued : Math.max(1, due - 4);
  return issued - Math.round(((issued - last) * part) / parts);
}

/** Money that came before its invoice. */
export function tellAdvances(stage: Stage, { customers }: Book, team: Team) {
  for (const [place, day] of advances.entries()) {
    const customer = customers[4 + place]!;
    const amountMinor = roundAmounts[stage.example.pack] * (place + 2);
    stage.agenda.add(stage.at(day, 12), (now) => void pay(stage, { customer, amountMinor, userId: team.billing, now }));
  }
}

const roundAmounts = { MX: 125_000, CO: 40_000_000, UY: 500_000, BO: 60_000, VE: 1_500_000 };

/** Whoever collects calls those who owe. */
export function tellChases(stage: Stage, deals: Deal[], team: Team) {
  const late = deals.filter(({ invoices }) => invoices.some(({ fate, due }) => fate === "open" && due > 10));
  for (const { customer, invoices } of late.slice(0, chases)) {
    const day = workday(Math.max(1, Math.min(...invoices.map(({ due }) => due)) - 8), stage.asOf);
    stage.agenda.add(stage.at(day), (now) => chase(stage, customer, team.billing, now));
  }
}
