import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { mailTemplates } from "@/db/schema";
import type { Change } from "@/lib/events/record";
import { requireKnownFields } from "./fields";
import type { MailTemplateInput } from "./forms";

type Row = typeof mailTemplates.$inferSelect;

/** Adds a template, or changes the one given. The default of a kind and language is one: the one before steps down. Throws on a field its kind does not have. */
export function saveMailTemplate(tx: Transaction, before: Row | undefined, { id: _id, ...input }: MailTemplateInput, now: number): Change {
  requireKnownFields(input.kind, { subject: input.subject, text: input.text });
  if (input.isDefault) {
    tx.update(mailTemplates)
      .set({ isDefault: false })
      .where(and(eq(mailTemplates.kind, input.kind), eq(mailTemplates.locale, input.locale), eq(mailTemplates.isDefault, true)))
      .run();
  }
  const after = before
    ? tx
        .update(mailTemplates)
        .set({ ...input, updatedAt: now, version: before.version + 1 })
        .where(eq(mailTemplates.id, before.id))
        .returning()
        .get()
    : tx
        .insert(mailTemplates)
        .values({ ...input, createdAt: now, updatedAt: now })
        .returning()
        .get();
  return { kind: "mail_template", id: after.id, before: before ?? null, after };
}

/** A template taken out of use stays with the mails written from it, and is nobody's default. */
export function offerMailTemplate(tx: Transaction, before: Row, isActive: boolean, now: number): Change {
  const after = tx
    .update(mailTemplates)
    .set({ isActive, isDefault: isActive && before.isDefault, updatedAt: now, version: before.version + 1 })
    .where(eq(mailTemplates.id, before.id))
    .returning()
    .get();
  return { kind: "mail_template", id: before.id, before, after };
}
