import { and, desc, eq, isNull, ne, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { documents, prospects } from "@/db/schema";
import { createAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { t } from "@/lib/i18n/words";
import { changeOf, rowOf, save } from "@/lib/prospects/commands";
import { lackingIn, rulesOf } from "@/lib/required/lacking";
import type { Said } from "@/lib/required/questions";
import { withHeirs } from "@/lib/settings/heirs";

const longestName = 120;

type By = { userId: number | null; now: number };

type Filing = { accountId: number; contactId: number | null; also: NonNullable<Change["also"]> };

/** The account and contact a prospect's documents are filed under; made with its first one, and told in `also`. The prospect stays open. */
export function accountOfProspect(tx: Transaction, prospectId: number, by: By): Filing {
  const prospect = rowOf(tx, prospectId);
  if (prospect.accountId !== null) return { accountId: prospect.accountId, contactId: prospect.contactId, also: [] };

  const { personName, companyName, phone, email, region, country, ownerId, internalNote } = prospect;
  const { originId, industryId } = withHeirs(tx, { originId: prospect.originId, industryId: prospect.industryId });
  const held = { originId, industryId, ownerId };
  const personType = companyName === null ? "individual" : "company";
  const reach = { phone, email, region, country };
  const account = accountForm.parse({ name: companyName ?? personName, personType, ...reach, originId, industryId, ownerId, internalNote });
  requireWhole(tx, "account.created", account);
  const madeAccount = createAccount(tx, account, { ...by, held });
  const accountId = madeAccount.id;
  const [givenName = "", ...rest] = personName.split(" ");
  const contact = contactForm.parse({
    ...{ accountId, givenName: givenName.slice(0, longestName), familyName: rest.join(" ").slice(0, longestName), phone, email, originId, ownerId },
    ...{ isPrimary: true, receivesQuotes: true, receivesInvoices: true, receivesCollection: true },
  });
  requireWhole(tx, "contact.created", contact);
  const madeContact = createContact(tx, contact, { ...by, held });
  const contactId = madeContact.id;
  const filed = changeOf(prospect, save(tx, prospect, { accountId, contactId }, by.now));
  const also = [
    { name: "account.created", change: madeAccount },
    { name: "contact.created", change: madeContact },
    { name: "prospect.edited", change: filed },
  ];
  return { accountId, contactId, also };
}

/** Throws when the company asks for what a prospect does not say: then the account is made first, by somebody who knows it. */
function requireWhole(tx: Transaction, event: "account.created" | "contact.created", { internalNote: _unsaid, ...said }: Said) {
  const lacks = lackingIn(rulesOf(tx), { event, viewer: nobody, said });
  if (lacks.length === 0) return;
  throw new RuleError(`asked.${event === "account.created" ? "account" : "contact"}`, "", { names: lacks.map(({ label }) => t(label)).join(", ") });
}

const nobody = { kind: "system", locale: "es", zone: "UTC", today: "" } as const;

/** What the prospect's signal reads: its newest quote and order, and when it was last quoted. */
export function keepProspect(tx: Transaction, prospectId: number | null) {
  if (prospectId === null) return;
  const latest = (where: SQL) =>
    tx
      .select({ id: documents.id, issuedOn: documents.issuedOn })
      .from(documents)
      .where(and(eq(documents.prospectId, prospectId), eq(documents.isCurrent, true), isNull(documents.deletedAt), ne(documents.status, "voided"), where))
      .orderBy(desc(documents.issuedOn), desc(documents.id))
      .limit(1)
      .get();
  const quotedOn = latest(sql`${documents.kind} = 'quote' and ${documents.isFrozen} = 1`)?.issuedOn ?? null;
  const latestQuoteId = latest(sql`${documents.kind} = 'quote'`)?.id ?? null;
  const latestOrderId = latest(sql`${documents.kind} = 'order'`)?.id ?? null;
  tx.update(prospects).set({ quotedOn, latestQuoteId, latestOrderId }).where(eq(prospects.id, prospectId)).run();
}
