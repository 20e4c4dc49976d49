import type { Database, Transaction } from "@/db/open";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { findAccount } from "@/lib/accounts/queries";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { addDays } from "@/lib/core/dates";
import { createInvoice, issueInvoice } from "@/lib/invoices/commands";
import { confirmOrder, createOrder } from "@/lib/orders/commands";
import { findPortalAccess } from "@/lib/portal/access";
import { setPortalAccess } from "@/lib/portal/commands";
import { portalAccessForm } from "@/lib/portal/forms";
import { createQuote, sendQuote } from "@/lib/quotes/commands";
import { payableInvoices } from "@/lib/receipts/choices";
import { postReceipt } from "@/lib/receipts/commands";
import { receiptForm } from "@/lib/receipts/forms";
import { setPassword } from "@/lib/web/auth/choose-password";
import { cement, draft, paper, system } from "./papers";

export type Customer = ReturnType<typeof addCustomer>;
type Person = { givenName: string; company: string; email: string; passwordHash: string };

const format = { decimal: ".", group: "," } as const;

/** A customer of user 1 with the portal open, and one paper of each kind, each told by `company`; drafts and notes say «oculto». */
export function addCustomer(db: Database, { givenName, company, email, passwordHash }: Person, today: string) {
  const now = Date.parse(`${today}T18:00:00Z`);
  const by = { userId: 1, now, today };
  return write(db, (tx) => {
    const scope = scopeFor(system, tx);
    const hidden = `oculto de ${company}`;
    const accountId = createAccount(tx, accountForm.parse({ name: company, ownerId: "1", taxId: "AOC990101XY9", internalNote: hidden }), by).id;
    const person = contactForm.parse({ givenName, accountId: String(accountId), internalNote: hidden });
    const contactId = createContact(tx, person, by).id;
    const input = (words: string) =>
      draft({
        accountId: String(accountId),
        validUntil: addDays(today, 10),
        dueOn: addDays(today, 15),
        internalNote: hidden,
        notes: `${words} ${company}`,
        lines: [{ ...cement, description: `${words} ${company}` }],
      });
    const quote = sendQuote(tx, paper(tx, "quote", createQuote(tx, input("Cemento para"), by).id), by).id;
    const order = confirmOrder(tx, paper(tx, "order", createOrder(tx, input("Varilla para"), by).id), by).id;
    const invoice = issueInvoice(tx, paper(tx, "invoice", createInvoice(tx, input("Mortero para"), by).id), by).id;
    const receipt = collect(tx, accountId, today, by);
    const drafts = [createQuote(tx, input("oculto"), by).id, createOrder(tx, input("oculto"), by).id, createInvoice(tx, input("oculto"), by).id];

    const relations = findPortalAccess(scope, contactId)!.relations.map(({ id }) => ({ id, hasPortal: "on", kinds: ["quote", "order", "invoice", "receipt"] }));
    setPortalAccess(tx, findPortalAccess(scope, contactId)!, portalAccessForm.parse({ id: contactId, email, relations }), { viewer: scope.viewer, now });
    const portalUserId = findPortalAccess(scope, contactId)!.user!.id;
    setPassword(tx, { portalUserId }, passwordHash, now);
    return { accountId, contactId, relationId: relations[0]!.id, portalUserId, company, email, papers: [quote, order, invoice, receipt], drafts };
  });
}

function collect(tx: Transaction, accountId: number, today: string, by: { userId: number; now: number; today: string }) {
  const scope = scopeFor(system, tx);
  const tenders = [{ method: "transfer", amount: "100" }];
  const input = receiptForm(format).parse({ accountId, currency: "MXN", receivedOn: today, tenders, oldestFirst: "on" });
  return postReceipt(tx, findAccount(scope, accountId)!, payableInvoices(scope, accountId, "MXN"), input, by).id;
}
