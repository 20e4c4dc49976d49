import { and, eq, isNull } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { accounts, activities, contacts, events, origins, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { accountFilters } from "@/lib/accounts/filters";
import { listAccounts } from "@/lib/accounts/list";
import { listActivities } from "@/lib/activities/queries";
import { addAttachments } from "@/lib/attachments/commands";
import { attachmentsOfAccount } from "@/lib/attachments/queries";
import { findRecord } from "@/lib/attachments/records";
import { convertProspect, undoConversion } from "@/lib/documents/convert-prospect";
import { type Change, recordEvent } from "@/lib/events/record";
import { firstBrokenEvent } from "@/lib/events/verify";
import { createProspect, editProspect, reopenProspect } from "@/lib/prospects/commands";
import { followUp } from "@/lib/prospects/follow-up";
import { followUpForm, prospectEditForm, prospectForm } from "@/lib/prospects/forms";
import { canConvertProspect, canUndoConversion } from "@/lib/prospects/policy";
import { findProspect, wasConverted } from "@/lib/prospects/queries";
import { createQuote } from "@/lib/quotes/commands";
import { cement, draft, by as papersBy } from "../../support/papers";
import { now, today, type World, world } from "../../support/world";

let here: World;
beforeEach(() => {
  here = world();
});
const by = () => ({ userId: here.ids.ana, now, zone: "America/Monterrey" });
const scope = (who: "ana" | "marta" = "ana") => scopeFor(here.viewer(who), here.db);

function told<Done extends Change>(name: string, deed: (tx: Parameters<typeof convertProspect>[0]) => Done): Done {
  let change: Done;
  write(here.db, (tx): void => {
    change = deed(tx);
    recordEvent(tx, { viewer: here.viewer("ana"), name, change, at: now });
  });
  return change!;
}

function followed() {
  const { id: originId } = here.db.select().from(origins).get()!;
  const typed = {
    ...{ contactedOn: today, personName: "Rosa Elvira Ibáñez", companyName: "La Paloma", phone: "81 1234 5678", originId: String(originId) },
    ...{ notes: "Compra cada mes\npor caja", internalNote: "Paga tarde", appointmentOn: "2026-08-25" },
  };
  const { id } = told("prospect.created", (tx) => createProspect(tx, undefined, prospectForm.parse(typed), by()));
  told("prospect.followed_up", (tx) => followUp(tx, { id }, followUpForm.parse({ id: String(id), kind: "call", notes: "Pidió precios" }), by()));
  const image = { sha256: "a".repeat(64), size: 9, name: "obra.jpg", mime: "image/jpeg", thumbnail: { sha256: "b".repeat(64), size: 3 } };
  write(here.db, (tx) => addAttachments(tx, findRecord(scopeFor(here.viewer("ana"), tx), { kind: "prospect", id })!, [image], by()));
  return { id, originId };
}

const convert = (id: number) => told("prospect.converted", (tx) => convertProspect(tx, { id }, by()));
const undo = (id: number) => told("prospect.conversion_undone", (tx) => undoConversion(tx, { id }, by()));
const alive = <T extends typeof accounts | typeof contacts>(table: T) => here.db.select().from(table).where(isNull(table.deletedAt)).all().length;
const rowOf = (id: number) => {
  const { version: _version, updatedAt: _at, ...row } = here.db.select().from(prospects).where(eq(prospects.id, id)).get()!;
  return row;
};

test("a converted prospect leaves its origin, notes, images and activities with the account", () => {
  const { id, originId } = followed();
  const { accountId } = convert(id);
  const account = here.db.select().from(accounts).where(eq(accounts.id, accountId!)).get();
  expect(account).toMatchObject({ name: "La Paloma", originId, internalNote: "Paga tarde", ownerId: here.ids.ana, phone: "81 1234 5678" });
  const history = listActivities(scope(), { accountId: accountId! });
  expect(history.map(({ subject }) => subject).toSorted()).toEqual(["Compra cada mes", "La Paloma", "Pidió precios"]);
  const { contactId } = rowOf(id);
  expect(history.filter(({ prospectId }) => prospectId === id).map((row) => row.contactId)).toEqual([contactId, contactId]);
  expect(history.find(({ kind }) => kind === "note")?.notes).toBe("Compra cada mes\npor caja");
  expect(attachmentsOfAccount(scope(), accountId!).rows.map(({ name }) => name)).toEqual(["obra.jpg"]);
  expect(findProspect(scope(), id)).toMatchObject({ status: "converted", signal: "ordered", accountId });
  const edit = prospectEditForm.parse({ id: String(id), contactedOn: today, personName: "Otra" });
  expect(() => write(here.db, (tx) => editProspect(tx, { id }, undefined, edit, by()))).toThrow("prospects.closed");
  expect(() => convert(id)).toThrow("prospects.closed");
  expect(() => write(here.db, (tx) => reopenProspect(tx, { id }, by()))).toThrow("prospects.already_converted");
});

test("undone, the prospect is as it was, and what was made of it is in the trash, told as one batch", () => {
  const { id } = followed();
  const [before, accountsBefore, contactsBefore] = [rowOf(id), alive(accounts), alive(contacts)];
  const planned = listActivities(scope(), { prospectId: id }).map(({ id: one, accountId, contactId }) => ({ one, accountId, contactId }));
  convert(id);
  expect([alive(accounts), alive(contacts)]).toEqual([accountsBefore + 1, contactsBefore + 1]);
  expect(wasConverted(scope("marta"), findProspect(scope(), id)!)).toBe(true);
  undo(id);
  expect(rowOf(id)).toEqual(before);
  expect([alive(accounts), alive(contacts)]).toEqual([accountsBefore, contactsBefore]);
  expect(listActivities(scope(), { prospectId: id }).map(({ id: one, accountId, contactId }) => ({ one, accountId, contactId }))).toEqual(planned);
  expect(
    here.db
      .select()
      .from(activities)
      .where(and(eq(activities.kind, "note"), isNull(activities.deletedAt)))
      .all(),
  ).toEqual([]);
  expect(listAccounts(scope(), accountFilters.parse({ q: "Paloma" })).rows).toEqual([]);
  const { batchId } = here.db.select().from(events).where(eq(events.name, "prospect.conversion_undone")).get()!;
  const batch = here.db.select().from(events).where(eq(events.batchId, batchId!)).all();
  expect(batch.map(({ name }) => name).toSorted()).toEqual([
    ...["account.trashed", "activity.edited", "activity.edited", "activity.trashed", "contact.trashed", "prospect.conversion_undone"],
  ]);
  expect(firstBrokenEvent(here.db)).toBeUndefined();
  expect(() => undo(id)).toThrow("prospects.not_converted");
  expect(convert(id).accountId).toBeGreaterThan(0);
});

test("for an existing customer nothing is made, and undone it stays linked", () => {
  const { id } = followed();
  here.db.update(prospects).set({ accountId: here.ids.acme }).where(eq(prospects.id, id)).run();
  const before = [rowOf(id), alive(accounts), alive(contacts)];
  expect(convert(id).accountId).toBe(here.ids.acme);
  expect([alive(accounts), alive(contacts)]).toEqual(before.slice(1));
  undo(id);
  expect(rowOf(id)).toEqual(before[0]);
});

test("once it has papers it stays a customer, and what was closed otherwise was not converted", () => {
  const { id } = followed();
  const { accountId } = convert(id);
  write(here.db, (tx) => createQuote(tx, draft({ accountId: accountId!, lines: [cement] }), papersBy(here.ids.ana)));
  expect(() => undo(id)).toThrow("prospects.converted_with_documents");

  const other = told("prospect.created", (tx) => createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName: "Pepe" }), by())).id;
  const ordered = followUpForm.parse({ id: String(other), kind: "call", notes: "Compró", milestone: "ordered" });
  told("prospect.followed_up", (tx) => followUp(tx, { id: other }, ordered, by()));
  expect(wasConverted(scope("marta"), findProspect(scope(), other)!)).toBe(false);
  expect(() => undo(other)).toThrow("prospects.not_converted");
  write(here.db, (tx) => reopenProspect(tx, { id: other }, by()));
});

test("who may add accounts and contacts converts, and only an administrator takes it back", () => {
  const { id } = followed();
  const prospect = findProspect(scope("marta"), id)!;
  const may = (who: "ana" | "luis" | "rita" | "marta", one = prospect) => canConvertProspect(here.viewer(who), one);
  expect([may("ana"), may("luis"), may("rita"), may("marta")]).toEqual([true, false, false, true]);
  const ana = here.viewer("ana");
  const { create: _create, ...withoutCreate } = ana.grants.accounts!;
  const limited = { ...ana, grants: { ...ana.grants, accounts: withoutCreate } };
  expect(canConvertProspect(limited, prospect)).toBe(false);
  expect(canConvertProspect(limited, { ...prospect, accountId: here.ids.acme })).toBe(true);
  expect([canUndoConversion(ana, prospect), canUndoConversion(here.viewer("marta"), prospect)]).toEqual([false, true]);
});
