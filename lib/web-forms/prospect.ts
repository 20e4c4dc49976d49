import { and, desc, eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { activities, company, origins, picklistOptions, prospects, users, webForms } from "@/db/schema";
import { momentOf } from "@/lib/activities/times";
import { dayOf } from "@/lib/core/dates";
import { parsePhone } from "@/lib/core/phones";
import { emailKey } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import { t } from "@/lib/i18n/words";
import { notify } from "@/lib/notices/commands";
import { createProspect } from "@/lib/prospects/commands";
import { type Came, type Said, shownFields } from "./rules";

type WebForm = typeof webForms.$inferSelect;
export type Told = { name: string; change: Change };
/** `userId` is who took it in from what waited, null for the form itself; it is theirs when nobody the form is shared among works here any more. */
export type By = { userId: number | null; now: number; zone: string };

/** A new prospect of whoever's turn it is, or a note on the open one of the same person. Answers undefined when it would be nobody's. */
export function takeIn(tx: Transaction, form: WebForm, { said, came }: { said: Said; came: Came }, by: By): Told | undefined {
  const open = openOneOf(tx, said);
  if (open) return noted(tx, form, open, { said, came }, by);
  const ownerId = nextOwner(tx, form) ?? by.userId;
  if (ownerId === null) return undefined;
  const input = {
    ...{ contactedOn: dayOf(by.now, by.zone), accountId: null, personName: said.name, companyName: said.company, industryId: null },
    ...{ phone: said.phone, email: said.email, region: said.region, subject: said.subject, notes: said.message, internalNote: null },
    ...{ colorBackground: null, colorText: null, workCenterId: null, ownerId, appointmentOn: null, appointmentTime: null },
    ...{ channelId: stillUsed(tx, picklistOptions, form.channelId), originId: stillUsed(tx, origins, form.originId) },
    came: { ...came, webFormId: form.id, campaign: form.campaign },
  };
  const { label: _label, moved: _moved, ...change } = createProspect(tx, undefined, input, by);
  tell(tx, form, { ownerId, prospectId: change.id }, by);
  return { name: "prospect.created", change };
}

type Open = Pick<typeof prospects.$inferSelect, "id" | "ownerId" | "accountId" | "contactId">;

/** Among those who came by a form and are open: by the mailbox, else by the telephone where the mailboxes do not say otherwise. */
function openOneOf(tx: Transaction, { phone, email }: Said): Open | undefined {
  const home = tx.select({ pack: company.pack }).from(company).get()?.pack ?? "XX";
  const e164 = phone === null ? undefined : parsePhone(phone, home).e164;
  const { id, ownerId, accountId, contactId } = prospects;
  const find = (same: SQL | undefined) =>
    tx
      .select({ id, ownerId, accountId, contactId })
      .from(prospects)
      .where(and(isNotNull(prospects.webFormId), isNull(prospects.closedAt), isNull(prospects.deletedAt), same))
      .orderBy(desc(id))
      .limit(1)
      .get();
  const byMail = email === null ? undefined : find(eq(prospects.emailKey, emailKey(email)));
  if (byMail || e164 === undefined) return byMail;
  return find(and(eq(prospects.phoneE164, e164), email === null ? undefined : isNull(prospects.emailKey)));
}

function noted(tx: Transaction, form: WebForm, open: Open, { said, came }: { said: Said; came: Came }, by: By): Told {
  const after = tx
    .insert(activities)
    .values({
      ...{ kind: "note", status: "done", subject: t("web_forms.wrote_again", { form: form.name }), notes: linesOf(form, said, came) },
      ...{ accountId: open.accountId, contactId: open.contactId, prospectId: open.id, ownerId: open.ownerId, createdBy: by.userId },
      ...{ doneAt: by.now, createdAt: by.now, updatedAt: by.now, ...momentOf(by.now, by.zone) },
    })
    .returning()
    .get();
  tell(tx, form, { ownerId: open.ownerId, prospectId: open.id }, by);
  const change = { kind: "activity", id: after.id, accountId: after.accountId, prospectId: open.id, before: null, after };
  return { name: "activity.created", change };
}

function tell(tx: Transaction, form: WebForm, { ownerId, prospectId }: { ownerId: number; prospectId: number }, { userId, now }: By) {
  notify(tx, { userId: ownerId, kind: "web_form", subject: { kind: "prospect", id: prospectId }, said: { form: form.name }, actorId: userId, now });
}

/** All that was typed, a line each, with the campaign that brought it. */
function linesOf({ fields, campaign }: WebForm, said: Said, { utmCampaign, utmSource }: Came): string {
  const typed = shownFields(fields).flatMap((field) => (said[field] === null ? [] : [`${t(`web_forms.asked.${field}`)}: ${said[field]}`]));
  const brought = [campaign, utmCampaign, utmSource].filter(Boolean).join(" · ");
  return [`${t("web_forms.asked.name")}: ${said.name}`, ...typed, ...(brought ? [`${t("web_forms.fields.campaign")}: ${brought}`] : [])].join("\n");
}

/** Of those it is shared among and who work here, the next. */
function nextOwner(tx: Transaction, { id, ownerIds }: WebForm): number | undefined {
  const working = tx
    .select({ id: users.id })
    .from(users)
    .where(and(inArray(users.id, ownerIds), eq(users.isActive, true)))
    .all()
    .map((user) => user.id);
  const sharing = ownerIds.filter((ownerId) => working.includes(ownerId));
  if (sharing.length === 0) return undefined;
  const { turn } = tx.select({ turn: webForms.turn }).from(webForms).where(eq(webForms.id, id)).get()!;
  tx.update(webForms)
    .set({ turn: turn + 1 })
    .where(eq(webForms.id, id))
    .run();
  return sharing[turn % sharing.length];
}

/** What was retired since is left out; what it was merged into stands for it. */
function stillUsed(tx: Transaction, table: typeof origins | typeof picklistOptions, id: number | null): number | null {
  const { isActive, mergedIntoId } = table;
  const find = (key: number) => tx.select({ id: table.id, isActive, mergedIntoId }).from(table).where(eq(table.id, key)).get();
  const chosen = id === null ? undefined : find(id);
  const stands = chosen?.isActive || !chosen?.mergedIntoId ? chosen : find(chosen.mergedIntoId);
  return stands?.isActive ? stands.id : null;
}
