import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { accounts, bulkRows, bulks, events, users } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { changeAccountFields } from "@/lib/accounts/change-fields";
import { trashAccount } from "@/lib/accounts/commands";
import { undoBulk } from "@/lib/bulks/commands";
import { canUndoBulk } from "@/lib/bulks/policy";
import { findBulk } from "@/lib/bulks/queries";
import { eventsByKey } from "@/lib/events/event-entries";
import { recordEvent } from "@/lib/events/record";
import { collectBulk } from "@/lib/jobs/bulk";
import { settle } from "@/lib/jobs/queue";
import { runEffect } from "@/lib/jobs/run";
import { setTags } from "@/lib/tags/commands";
import { restoreAccount } from "@/lib/trash/commands";
import { now, world } from "../../support/world";
import { nextJob, runJobs } from "../imports/jobs";
import { begin, countsOf, done, tagsOf, undone } from "./support";

test("an owner given since, a person or a group, is never taken from the account by an undo", async () => {
  const here = world();
  const { db, ids } = here;
  const owned = (id: number) => db.select().from(accounts).where(eq(accounts.id, id)).get()!;
  const id = await done(here, "marta", "accounts", { ids: `${ids.acme}`, owner: "none", addTags: "VIP" });
  expect(owned(ids.acme)).toMatchObject({ ownerId: null });
  write(db, (tx) => changeAccountFields(tx, { id: ids.acme }, { ownerGroupId: ids.norte }, now));
  const undo = await undone(here, "marta", id);
  expect(owned(ids.acme)).toMatchObject({ ownerId: null, ownerGroupId: ids.norte });
  expect(tagsOf(db, ids.acme)).toBe(0);
  expect(db.select().from(bulkRows).where(eq(bulkRows.bulkId, undo)).get()).toMatchObject({ outcome: "kept", reasons: ["ownerId"] });

  const fromGroup = await done(here, "marta", "accounts", { ids: `${ids.acme}`, owner: "none", addTags: "VIP" });
  expect(owned(ids.acme)).toMatchObject({ ownerId: null, ownerGroupId: null });
  write(db, (tx) => changeAccountFields(tx, { id: ids.acme }, { ownerId: ids.bruno }, now));
  const back = await undone(here, "marta", fromGroup);
  expect(owned(ids.acme)).toMatchObject({ ownerId: ids.bruno, ownerGroupId: null });
  expect(tagsOf(db, ids.acme)).toBe(0);
  expect(db.select().from(bulkRows).where(eq(bulkRows.bulkId, back)).get()).toMatchObject({ outcome: "kept", reasons: ["ownerGroupId"] });

  const toPerson = await done(here, "marta", "accounts", { ids: `${ids.zeta}`, owner: String(ids.ana) });
  await undone(here, "marta", toPerson);
  expect(owned(ids.zeta)).toMatchObject({ ownerId: ids.luis });
});

test("a tag written in another case or without its accents is taken back as well", async () => {
  const here = world();
  const { db, ids } = here;
  write(db, (tx): void => setTags(tx, { accountId: ids.zeta }, ["VIP", "Línea"]));
  const id = await done(here, "marta", "accounts", { ids: `${ids.acme}`, addTags: "vip, linea" });
  expect(tagsOf(db, ids.acme)).toBe(2);
  const undo = await undone(here, "marta", id);
  expect(countsOf(db, undo, ids.marta)).toEqual({ changed: 1, unchanged: 0, refused: 0, kept: 0 });
  expect(tagsOf(db, ids.acme)).toBe(0);
});

test("a change whose work was given up is failed, and can be taken back as far as it came; so can an undo be tried again", async () => {
  const here = world();
  const { db, ids } = here;
  const giveUp = (kind: string) => {
    const job = nextJob(db)!;
    expect(job.kind).toBe(kind);
    write(db, (tx) => settle(tx, job, "parked", now, "No se pudo."));
  };
  const stateOf = (id: number) => db.select().from(bulks).where(eq(bulks.id, id)).get()!.state;
  const undoIt = (id: number) => write(db, (tx) => undoBulk(tx, db.select().from(bulks).where(eq(bulks.id, id)).get()!, { userId: ids.marta, now }).id);
  const early = begin(here, "marta", "accounts", { ids: `${ids.acme}`, addTags: "VIP" });
  giveUp("bulks.collect");
  expect(stateOf(early)).toBe("failed");

  const id = await done(here, "marta", "accounts", { ids: `${ids.acme},${ids.beta}`, owner: String(ids.luis) });
  db.update(bulks).set({ state: "failed" }).where(eq(bulks.id, id)).run();
  const undo = undoIt(id);
  expect(() => undoIt(id)).toThrow("lists.already_undone");
  await runEffect(db, nextJob(db)!, collectBulk, { owner: "test", now, clock: () => now });
  giveUp("bulks.apply");
  expect(stateOf(undo)).toBe("failed");
  expect(findBulk(scopeFor(here.viewer("marta"), db), id)).toMatchObject({ undoneBy: undefined });
  expect(undoIt(id)).toBe(undo);
  await runJobs(db);
  expect(stateOf(undo)).toBe("done");
  expect(countsOf(db, undo, ids.marta)).toEqual({ changed: 2, unchanged: 0, refused: 0, kept: 0 });
  expect(db.select().from(accounts).where(eq(accounts.ownerId, ids.ana)).all()).toHaveLength(2);
});

test("an undo that failed goes on as whoever begins it anew: the other's rights do nothing any more", async () => {
  const here = world();
  const { db, ids, viewer } = here;
  const undoIt = (id: number, userId: number) => write(db, (tx) => undoBulk(tx, db.select().from(bulks).where(eq(bulks.id, id)).get()!, { userId, now }).id);
  const ownerOf = (id: number) => db.select().from(bulks).where(eq(bulks.id, id)).get()!.ownerId;
  const begun = await done(here, "ana", "accounts", { ids: `${ids.acme}`, addTags: "VIP" });
  const byMarta = undoIt(begun, ids.marta);
  write(db, (tx) => settle(tx, nextJob(db)!, "parked", now, "No se pudo."));
  // By now Ana neither sees nor edits it.
  db.update(accounts).set({ ownerId: ids.luis }).where(eq(accounts.id, ids.acme)).run();
  expect([undoIt(begun, ids.ana), ownerOf(byMarta)]).toEqual([byMarta, ids.ana]);
  await runJobs(db);
  expect([tagsOf(db, ids.acme), countsOf(db, byMarta, ids.marta).refused]).toEqual([1, 1]);

  const left = await done(here, "ana", "accounts", { ids: `${ids.beta}`, addTags: "VIP" });
  const byAna = undoIt(left, ids.ana);
  db.update(users).set({ isActive: false }).where(eq(users.id, ids.ana)).run();
  await runJobs(db);
  expect(findBulk(scopeFor(viewer("marta"), db), left)).toMatchObject({ undoneBy: undefined, isLeft: true });
  expect([undoIt(left, ids.marta), ownerOf(byAna)]).toEqual([byAna, ids.marta]);
  await runJobs(db);
  expect(tagsOf(db, ids.beta)).toBe(0);
  expect(db.select().from(events).all().at(-1)).toMatchObject({ name: "account.edited", actorId: ids.marta });
});

test("what an undo could not take back is taken back once it can be", async () => {
  const here = world();
  const { db, ids, viewer } = here;
  const id = await done(here, "marta", "accounts", { ids: `${ids.acme},${ids.beta}`, addTags: "VIP" });
  const shown = () => findBulk(scopeFor(viewer("marta"), db), id);
  write(db, (tx) => trashAccount(tx, { id: ids.acme }, { userId: ids.marta, now }));
  const undo = await undone(here, "marta", id);
  expect(countsOf(db, undo, ids.marta)).toEqual({ changed: 1, unchanged: 0, refused: 1, kept: 0 });
  expect(shown()).toMatchObject({ undoneBy: undo, isLeft: true });
  write(db, (tx) => restoreAccount(tx, { id: ids.acme }, { saveDuplicateAnyway: false }, { now }));
  expect(await undone(here, "marta", id)).toBe(undo);
  expect([tagsOf(db, ids.acme), tagsOf(db, ids.beta)]).toEqual([0, 0]);
  expect(countsOf(db, undo, ids.marta)).toEqual({ changed: 2, unchanged: 0, refused: 0, kept: 0 });
  expect(shown()).toMatchObject({ undoneBy: undo, isLeft: false });
  await expect(undone(here, "marta", id)).rejects.toThrow("lists.already_undone");
});

test("an administrator takes back what a colleague changed, under their own name; its maker sees by whom, and nobody else any of it", async () => {
  const here = world();
  const { db, ids, viewer } = here;
  const id = await done(here, "ana", "accounts", { ids: `${ids.acme}`, addTags: "VIP" });
  const asSeenBy = (person: "marta" | "bruno" | "ana") => findBulk(scopeFor(viewer(person), db), id);
  expect(canUndoBulk(viewer("marta"), asSeenBy("marta")!)).toBe(true);
  expect(canUndoBulk(viewer("bruno"), asSeenBy("ana")!)).toBe(false);
  expect([asSeenBy("bruno"), asSeenBy("marta")?.ownerName]).toEqual([undefined, "Ana"]);
  const told = [...eventsByKey(scopeFor(viewer("marta"), db), allIds(db)).values()];
  expect(told.flatMap(({ name, bulkId }) => (name === "account.edited" ? [bulkId] : []))).toEqual([id]);

  const undo = write(db, (tx) => {
    const change = undoBulk(tx, db.select().from(bulks).where(eq(bulks.id, id)).get()!, { userId: ids.marta, now });
    recordEvent(tx, { viewer: viewer("marta"), name: "bulk.undone", change, at: now });
    return change.id;
  });
  await runJobs(db);
  expect(tagsOf(db, ids.acme)).toBe(0);
  expect(countsOf(db, undo, ids.marta)).toEqual({ changed: 1, unchanged: 0, refused: 0, kept: 0 });
  const undoing = db.select().from(events).all().slice(-2);
  expect(undoing).toMatchObject([
    { name: "bulk.undone", actorId: ids.marta },
    { name: "account.edited", actorId: ids.marta },
  ]);
  expect(asSeenBy("ana")).toMatchObject({ undoneBy: undo });
  expect(findBulk(scopeFor(viewer("ana"), db), undo)).toMatchObject({ ownerName: "Marta Ríos" });
  expect(findBulk(scopeFor(viewer("bruno"), db), undo)).toBeUndefined();
});

const allIds = (db: Database) =>
  db
    .select({ id: events.id })
    .from(events)
    .all()
    .map(({ id }) => id);
