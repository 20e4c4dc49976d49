import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { company, documents, prospects, series } from "@/db/schema";
import { type By, createActivity } from "@/lib/activities/commands";
import { RuleError } from "@/lib/core/errors";
import { parsePhone } from "@/lib/core/phones";
import { emailKey, sortKey } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import { requireOption, requireOrigin } from "@/lib/settings/require-option";
import { requireOwner } from "@/lib/users/owner";
import { conversionTold } from "./conversion";
import type { ProspectEdit, ProspectInput } from "./forms";
import { canBeReopened, isClosed, isOpenStatus } from "./rules";

type Row = typeof prospects.$inferSelect;
type Held = Pick<Row, "industryId" | "channelId" | "originId" | "ownerId">;
/** The existing customer, already found through the scope. */
type Account = { id: number } | undefined;
/** Without a note the one that is kept stays. */
type EditInput = Omit<ProspectEdit, "internalNote"> & { internalNote?: string | null };

/** What brought who filled in a form on the web. */
type CameBy = Partial<Pick<Row, "webFormId" | "campaign" | "utmSource" | "utmMedium" | "utmCampaign" | "utmTerm" | "utmContent" | "referrer">>;

/** Takes the next folio, and plans the appointment that was typed. Throws when the owner is nobody. */
export function createProspect(
  tx: Transaction,
  account: Account,
  input: ProspectInput & { came?: CameBy },
  by: By,
): Change & { label: string; moved: boolean } {
  const { appointmentOn, appointmentTime, accountId: _typed, saveOverlapAnyway: _told, came, ...fields } = input;
  const after = tx
    .insert(prospects)
    .values({
      ...columnsOf(tx, fields, input.ownerId ?? by.userId),
      ...came,
      ...{ number: takeFolio(tx, input.workCenterId), accountId: account?.id ?? null, createdBy: by.userId },
      ...{ createdAt: by.now, updatedAt: by.now },
    })
    .returning()
    .get();
  const planned = appointmentOn ?? (appointmentTime === null ? null : input.contactedOn);
  const appointment = planned === null ? undefined : appoint(tx, after, { date: planned, time: appointmentTime }, by);
  const also = appointment ? [{ name: "activity.created", change: appointment }] : [];
  return { ...changeOf(null, rowOf(tx, after.id)), label: String(after.number), moved: appointment?.moved ?? false, also };
}

/** Throws when it is closed, for it has to be opened again first, or when it would lose the account its documents are filed under.
 *  Another account leaves the former's contact behind. */
export function editProspect(tx: Transaction, prospect: Pick<Row, "id">, account: Account, input: EditInput, { now }: By): Change & { label: string } {
  const before = rowOf(tx, prospect.id);
  if (isClosed(before)) throw new RuleError("prospects.closed");
  const { id: _id, status, accountId: _typed, ...fields } = input;
  const accountId = account?.id ?? null;
  if (accountId === null && before.accountId !== null && hasDocuments(tx, before.id)) throw new RuleError("prospects.account_in_use", "accountId");
  const filed = accountId === before.accountId ? {} : { accountId, contactId: null };
  const after = save(
    tx,
    before,
    { ...columnsOf(tx, fields, input.ownerId ?? before.ownerId, before), ...filed, ...(status && isOpenStatus(before.status) ? { status } : {}) },
    now,
  );
  return { ...changeOf(before, after), label: String(after.number) };
}

/** Throws when it is open, or has an order or became a customer: then it is what it is. */
export function reopenProspect(tx: Transaction, prospect: Pick<Row, "id">, { now }: By): Change {
  const before = rowOf(tx, prospect.id);
  if (!canBeReopened(before) || conversionTold(tx, before)) throw new RuleError(before.closedAt === null ? "prospects.open" : "prospects.already_converted");
  return changeOf(before, save(tx, before, { status: "contacted", closedAt: null, lostReasonId: null }, now));
}

/** To the trash, from where it can come back. Throws when it has documents: what was offered stays in sight. */
export function trashProspect(tx: Transaction, prospect: Pick<Row, "id">, { now }: By): Change & { label: string } {
  const before = rowOf(tx, prospect.id);
  if (before.latestQuoteId !== null || before.latestOrderId !== null) throw new RuleError("prospects.has_documents");
  return { ...changeOf(before, save(tx, before, { deletedAt: now }, now)), label: String(before.number) };
}

/** Changes columns of one prospect and its version. */
export function save(tx: Transaction, { id, version }: Pick<Row, "id" | "version">, values: Partial<Row>, now: number): Row {
  return tx
    .update(prospects)
    .set({ ...values, updatedAt: now, version: version + 1 })
    .where(eq(prospects.id, id))
    .returning()
    .get();
}

export function rowOf(tx: Transaction, id: number): Row {
  return tx.select().from(prospects).where(eq(prospects.id, id)).get()!;
}

export function changeOf(before: Row | null, after: Row): Change {
  return { kind: "prospect", id: after.id, accountId: after.accountId, prospectId: after.id, before, after };
}

function appoint(tx: Transaction, prospect: Row, { date, time }: { date: string; time: string | null }, by: By) {
  const subject = prospect.subject ?? prospect.companyName ?? prospect.personName;
  const input = { kind: "appointment" as const, subject, date, time, endDate: null, endTime: null, notes: null };
  return createActivity(tx, { prospect }, { ...input, accountId: null, contactId: null, prospectId: prospect.id, ownerId: prospect.ownerId }, by);
}

/** What a form says as columns, with the keys that sorting and searching use. What was chosen before may have been retired since. */
function columnsOf(tx: Transaction, input: Omit<EditInput, "id" | "status" | "accountId">, ownerId: number | null, held?: Held) {
  requireOption(tx, "industry", { id: input.industryId, held: held?.industryId, field: "industryId" });
  requireOption(tx, "contact_channel", { id: input.channelId, held: held?.channelId, field: "channelId" });
  requireOrigin(tx, input.originId, held?.originId);
  const home = tx.select({ pack: company.pack }).from(company).get()?.pack ?? "XX";
  return {
    ...input,
    ownerId: requireOwner(tx, ownerId, held?.ownerId).id,
    nameKey: sortKey(input.companyName ?? input.personName),
    phoneE164: (input.phone && parsePhone(input.phone, home).e164) ?? null,
    emailKey: input.email && emailKey(input.email),
    country: home === "XX" ? null : home,
  };
}

function hasDocuments(tx: Transaction, prospectId: number): boolean {
  const theirs = and(eq(documents.prospectId, prospectId), isNull(documents.deletedAt));
  return tx.select({ id: documents.id }).from(documents).where(theirs).limit(1).get() !== undefined;
}

/** Of the work centre's own series, else the company's. Gaps do no harm here. */
function takeFolio(tx: Transaction, workCenterId: number | null): number {
  const found = tx
    .select({ id: series.id })
    .from(series)
    .where(and(eq(series.kind, "prospect"), eq(series.isActive, true), sql`(${series.workCenterId} is null or ${series.workCenterId} = ${workCenterId})`))
    .orderBy(sql`${series.workCenterId} is null`, series.id)
    .limit(1)
    .get();
  if (!found) throw new RuleError("documents.no_series");
  const taken = tx
    .update(series)
    .set({ next: sql`${series.next} + 1` })
    .where(eq(series.id, found.id))
    .returning({ next: series.next })
    .get();
  return taken!.next - 1;
}
