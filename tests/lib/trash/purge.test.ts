import { eq, getTableName, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { activities, documents, eventPayloads, events, outbox } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { findRecord } from "@/lib/attachments/records";
import { firstBrokenEvent } from "@/lib/events/verify";
import { purging } from "@/lib/jobs/purge-trash";
import { enqueueMail } from "@/lib/mail/enqueue";
import { createQuote } from "@/lib/quotes/commands";
import { trashFilters } from "@/lib/trash/filters";
import { holders } from "@/lib/trash/needed";
import { listTrash } from "@/lib/trash/queries";
import { type TrashKind, trashKinds } from "@/lib/trash/rules";
import { complaintsOf } from "@/scripts/doctor/data";
import { cement, draft, by as papersBy } from "../../support/papers";
import { promise } from "../../support/promise";
import { now } from "../../support/world";
import { canaries, due, type Here, left, purge, tablesWith, throwAway, whole, zone } from "./purge-world";
import { back, rowsOfAll, told } from "./trash-world";

const day = 24 * 3_600_000;

test("what was in the trash for its term leaves no row, name of a file or word of a search behind, and the log still holds", () => {
  const here = whole();
  const { db } = here;
  expect(tablesWith(db).length).toBeGreaterThan(8);
  throwAway(here, ...trashKinds);
  purge(db, { at: due - 1 });
  expect(left(here)).toEqual([...trashKinds]);
  const until = () => listTrash(scopeFor(here.viewer("marta"), db), trashFilters.parse({})).rows.map((row) => row.until);
  expect(until()).toEqual(["2026-09-21", "2026-09-21", "2026-09-21", "2026-09-21"]);

  purge(db);
  expect(left(here)).toEqual([]);
  expect(tablesWith(db)).toEqual([]);
  expect([db.$client.prepare("select count(*) from files").pluck().get(), db.$client.pragma("foreign_key_check")]).toEqual([0, []]);
  expect([firstBrokenEvent(db), complaintsOf(db)]).toEqual([undefined, []]);
  const kept = db.select({ name: events.name, actor: events.actorKind }).from(events).where(sql`name like '%.purged'`).all();
  expect(kept.map(({ name, actor }) => `${name} ${actor}`)).toEqual(["activity", "prospect", "account", "contact"].map((kind) => `${kind}.purged system`));
  expect(db.select({ name: events.name }).from(events).where(eq(events.name, "account.trashed")).all()).toHaveLength(1);
  const next = db.select().from(outbox).where(eq(outbox.kind, "trash.purge")).all();
  expect(next.map(({ runAt, dedupeKey }) => [runAt - due, dedupeKey])).toEqual([[day - 1, "trash.purge:2026-09-22"]]);
  promise(
    "D11",
    `${canaries.length} texts of 4 records with files, mails, history and portal in ${tablesWith(whole().db).length} tables: in none once they were purged`,
  );
});

test("what a paper, work to be done or a mail on its way needs stays with all it has, and goes once nothing does", () => {
  const here = whole();
  const { db, made, ids } = here;
  const by = { userId: ids.marta, now, zone };
  throwAway(here, "account", "contact");
  // The prospect stands, so its account stays; with it the contact whom a paper of another account names.
  const quote = write(db, (tx) => createQuote(tx, draft({ accountId: ids.acme, contactId: null, lines: [cement] }), papersBy(ids.marta)));
  db.update(documents).set({ contactId: made.contact }).where(eq(documents.id, quote.id)).run();
  const before = rowsOfAll(db);
  purge(db);
  expect(left(here)).toEqual([...trashKinds]);
  const same = (name: string) => JSON.stringify(rowsOfAll(db)[name]) === JSON.stringify(before[name]);
  expect(Object.keys(before).filter((name) => !same(name))).toEqual(
    expect.not.arrayContaining(["accounts", "contacts", "account_contacts", "attachments", "files", "mails", "event_payloads"]),
  );
  const rows = listTrash(scopeFor({ ...here.viewer("marta"), today: "2026-10-01" }, db), trashFilters.parse({})).rows;
  expect(rows.map(({ until }) => until)).toEqual([null, null]);

  throwAway(here, "prospect", "activity");
  db.update(documents).set({ contactId: null }).where(eq(documents.id, quote.id)).run();
  const { id: planned } = write(db, (tx) =>
    createActivity(tx, { account: { id: made.account } }, activityForm.parse({ kind: "task", subject: "Cobrar", date: "2026-09-01" }), by),
  );
  const mail = { to: [{ address: "silvia@ejemplo.test" }], subject: "Hola", text: "Hola", about: { kind: "contact", id: made.contact }, sentBy: null } as const;
  write(db, (tx) => enqueueMail(tx, { ...mail, to: [...mail.to] }, { now }));
  purge(db);
  expect(left(here)).toEqual(["account", "contact"]);
  db.update(activities).set({ status: "done", doneAt: now }).where(eq(activities.id, planned)).run();
  db.update(outbox).set({ state: "done", finishedAt: now }).run();
  purge(db);
  expect([left(here), db.select().from(activities).where(eq(activities.id, planned)).all(), tablesWith(db)]).toEqual([[], [], []]);
  expect([firstBrokenEvent(db), complaintsOf(db)]).toEqual([undefined, []]);
});

const gone = (kind: TrashKind, { db, made }: Here) => db.$client.prepare(`select deleted_at from ${kind}s where id = ?`).pluck().get(made[kind]);

test("wherever it is cut, and whatever is brought back meanwhile, the same is gone as in one go, and what came back is whole", () => {
  const cutsAfter = fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 5 });
  const broughtBack = fc.constantFrom<TrashKind[]>([], ["account"], ["account", "contact"]);
  fc.assert(
    fc.property(cutsAfter, broughtBack, (cuts, restored) => {
      const here = whole();
      throwAway(here, ...trashKinds);
      let cursor: unknown = null;
      for (const [turn, slices] of cuts.entries()) {
        cursor = purge(here.db, { slices, cursor });
        if (cursor === undefined) break;
        diesInside(here, cursor);
        for (const kind of turn === 0 ? restored : []) if (left(here).includes(kind)) told(here, `${kind}.restored`, (tx) => back(tx, kind, here.made[kind]));
      }
      const survivors = restored.filter((kind) => gone(kind, here) === null);
      if (cursor !== undefined) purge(here.db, { cursor });
      expect(left(here)).toEqual(survivors);
      for (const kind of survivors) {
        const theirs = here.db.select().from(eventPayloads).innerJoin(events, eq(events.id, eventPayloads.eventId)).where(eq(events.subjectKind, kind)).all();
        const found = findRecord(scopeFor(here.viewer("marta"), here.db), { kind, id: here.made[kind] });
        expect([theirs.length > 0, found?.id]).toEqual([true, here.made[kind]]);
      }
      expect([firstBrokenEvent(here.db), complaintsOf(here.db), here.db.$client.pragma("foreign_key_check")]).toEqual([undefined, [], []]);
    }),
    { numRuns: 6 },
  );
});

/** A piece that is cut in its middle leaves nothing of itself. */
function diesInside({ db }: Here, cursor: unknown) {
  const before = rowsOfAll(db);
  const dies = () =>
    write(db, (tx): void => {
      purging({ sliceMs: 0 }).slice(tx, {}, cursor, { jobId: 1, now: due });
      throw new Error("killed");
    });
  expect(dies).toThrow("killed");
  expect(rowsOfAll(db)).toEqual(before);
}

test("every table that names a record of the trash either keeps it there or goes with it", () => {
  const { db } = whole();
  const along = [
    "account_contacts",
    "account_shares",
    "account_tags",
    "account_addresses",
    "contact_points",
    "contact_tags",
    "portal_users",
    "activities",
    "attachments",
  ];
  const names = db.$client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const keeping = (kind: TrashKind) => holders[kind].map((column) => `${getTableName(column.table)}.${column.name}`);
  for (const kind of trashKinds) {
    const table = kind === "activity" ? "activities" : `${kind}s`;
    const naming = names.flatMap((name) =>
      (db.$client.pragma(`foreign_key_list(${name})`) as { table: string; from: string }[])
        .filter((key) => key.table === table)
        .map(({ from }) => `${name}.${from}`),
    );
    expect(naming.filter((one) => !keeping(kind).includes(one) && !along.includes(one.split(".")[0]!))).toEqual([]);
  }
});
