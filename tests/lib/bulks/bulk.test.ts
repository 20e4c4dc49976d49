import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Database } from "@/db/open";
import { accounts, accountTags, bulkRows, bulks, contacts, events, outbox } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { editAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { undoBulk } from "@/lib/bulks/commands";
import { bulkProblems, findBulk } from "@/lib/bulks/queries";
import { reasonText } from "@/lib/bulks/reasons";
import { recordEvent } from "@/lib/events/record";
import { firstBrokenEvent } from "@/lib/events/verify";
import { applyBulk, collectBulk } from "@/lib/jobs/bulk";
import type { SliceHandler } from "@/lib/jobs/handler";
import { recoverLeases } from "@/lib/jobs/queue";
import { runEffect, runSlice } from "@/lib/jobs/run";
import { now, type World, world } from "../../support/world";
import { nextJob, runJobs } from "../imports/jobs";
import { begin, countsOf, done, tagsOf, undone } from "./support";

const ownersOf = (db: Database) => db.select({ name: accounts.name, ownerId: accounts.ownerId }).from(accounts).orderBy(accounts.id).all();

function crowd(here: World, many: number) {
  write(here.db, (tx): void => {
    for (let place = 0; place < many; place++) {
      const keys = { nameKey: `m ${place}`, cityKey: "", ownerKey: "", createdAt: now, updatedAt: now };
      tx.insert(accounts)
        .values({ name: `Muchas ${place}`, ownerId: here.ids.ana, ...keys })
        .run();
    }
  });
}

test("all that a filter finds is given to another, in one batch, and one undo takes it all back", async () => {
  const here = world();
  const { db, ids } = here;
  crowd(here, 60);
  const before = ownersOf(db);
  const id = await done(here, "marta", "accounts", { address: `owner=${ids.ana}`, owner: String(ids.luis), addTags: "VIP, Norte" });
  expect(countsOf(db, id, ids.marta)).toEqual({ changed: 62, unchanged: 0, refused: 0, kept: 0 });
  expect(ownersOf(db).every(({ ownerId }) => ownerId === ids.luis)).toBe(true);
  expect(tagsOf(db, ids.acme)).toBe(2);
  const { batchId } = db.select().from(bulks).where(eq(bulks.id, id)).get()!;
  const told = db.select().from(events).where(eq(events.batchId, batchId)).all();
  expect(new Set(told.map(({ name }) => name))).toEqual(new Set(["account.edited"]));
  expect(told).toHaveLength(62);

  const undo = await undone(here, "marta", id);
  expect(countsOf(db, undo, ids.marta)).toEqual({ changed: 62, unchanged: 0, refused: 0, kept: 0 });
  expect(ownersOf(db)).toEqual(before);
  expect(tagsOf(db, ids.acme)).toBe(0);
  expect(
    db
      .select()
      .from(events)
      .all()
      .filter(({ undoes }) => undoes !== null),
  ).toHaveLength(62);
  expect(firstBrokenEvent(db)).toBeUndefined();
  expect(() => write(db, (tx) => undoBulk(tx, db.select().from(bulks).where(eq(bulks.id, id)).get()!, { userId: ids.marta, now }))).toThrow(
    "lists.already_undone",
  );
});

test("what somebody changed since stays, and is named; the rest goes back", async () => {
  const here = world();
  const { db, ids, viewer } = here;
  const id = await done(here, "marta", "accounts", { ids: `${ids.acme},${ids.beta}`, owner: String(ids.luis), addTags: "VIP" });
  write(db, (tx): void => {
    const input = accountForm.parse({ name: "Acme", ownerId: String(ids.bruno), tags: "VIP", taxId: "ACM990101AB1" });
    recordEvent(tx, { viewer: viewer("marta"), name: "account.edited", change: editAccount(tx, { id: ids.acme }, input, { userId: ids.marta, now }), at: now });
  });
  const undo = await undone(here, "marta", id);
  expect(countsOf(db, undo, ids.marta)).toEqual({ changed: 1, unchanged: 0, refused: 0, kept: 1 });
  expect(ownersOf(db).slice(0, 2)).toEqual([
    { name: "Acme", ownerId: ids.bruno },
    { name: "Beta", ownerId: ids.ana },
  ]);
  expect(tagsOf(db, ids.acme)).toBe(0);
  const scope = scopeFor(viewer("marta"), db);
  const [problem] = bulkProblems(scope, findBulk(scope, undo)!);
  expect(problem).toMatchObject({ id: ids.acme, name: "Acme", outcome: "kept" });
  expect(reasonText(problem!)).toBe("Se quedó como está: Responsable");
});

test("each record is permitted by itself, at the moment of its change", async () => {
  const here = world();
  const { db, ids } = here;
  const id = await done(here, "bruno", "accounts", { ids: `${ids.acme},${ids.zeta},999999`, owner: String(ids.bruno) });
  expect(countsOf(db, id, ids.bruno)).toEqual({ changed: 1, unchanged: 0, refused: 2, kept: 0 });
  expect(db.select().from(accounts).where(eq(accounts.id, ids.zeta)).get()).toMatchObject({ ownerId: ids.luis });

  const byAna = await done(here, "ana", "accounts", { ids: `${ids.beta}`, owner: String(ids.luis) });
  expect(countsOf(db, byAna, ids.ana)).toEqual({ changed: 0, unchanged: 0, refused: 1, kept: 0 });
  expect(db.select().from(accounts).where(eq(accounts.id, ids.beta)).get()).toMatchObject({ ownerId: ids.ana });
  const tagged = await done(here, "ana", "accounts", { address: "", addTags: "Mía" });
  expect(countsOf(db, tagged, ids.ana)).toMatchObject({ changed: 1, refused: 0 });
});

test("who may no longer change anything changes nothing more", async () => {
  const here = world();
  const { db, ids } = here;
  const id = begin(here, "bruno", "accounts", { address: "", owner: String(ids.bruno) });
  db.run(`update users set is_active = 0 where id = ${ids.bruno}`);
  await runJobs(db);
  expect(db.select().from(bulks).where(eq(bulks.id, id)).get()).toMatchObject({ state: "failed" });
  expect(ownersOf(db).some(({ ownerId }) => ownerId === ids.bruno)).toBe(false);
});

test("a worker cut off between slices, and within one, changes no record twice", async () => {
  const here = world();
  const { db, ids } = here;
  crowd(here, 120);
  const id = begin(here, "marta", "accounts", { address: `owner=${ids.ana}`, addTags: "VIP" });
  const collect = nextJob(db)!;
  expect(collect.kind).toBe("bulks.collect");
  await runEffect(db, collect, collectBulk, { owner: "test", now, clock: () => now });
  const job = nextJob(db)!;
  expect(job.kind).toBe("bulks.apply");
  expect(runSlice(db, job, applyBulk, { owner: "test", now })).toBe("more");
  const between = db.select().from(accountTags).all().length;
  expect(between).toBeGreaterThan(0);
  expect(between).toBeLessThan(122);
  const cutOff: SliceHandler = {
    slice(tx, ...rest) {
      applyBulk.slice(tx, ...rest);
      throw new Error("cut off");
    },
  };
  expect(runSlice(db, job, cutOff, { owner: "test", now })).toBe("ended");
  expect(db.select().from(accountTags).all()).toHaveLength(between);

  recoverLeases(db, now, Number.POSITIVE_INFINITY);
  db.update(outbox).set({ runAt: 0 }).run();
  await runJobs(db);
  expect(countsOf(db, id, ids.marta)).toEqual({ changed: 122, unchanged: 0, refused: 0, kept: 0 });
  expect(db.select().from(events).where(eq(events.source, "bulk")).all()).toHaveLength(122);
  expect(db.select().from(accounts).where(eq(accounts.name, "Muchas 7")).get()).toMatchObject({ version: 2 });
});

test("what is so already is left alone; nothing chosen, nothing known or nobody's is refused", async () => {
  const here = world();
  const { db, ids } = here;
  const id = await done(here, "marta", "accounts", { address: "", owner: String(ids.ana) });
  expect(countsOf(db, id, ids.marta)).toEqual({ changed: 1, unchanged: 2, refused: 0, kept: 0 });
  expect(() => begin(here, "marta", "accounts", { address: "" })).toThrow("lists.nothing_to_change");
  expect(() => begin(here, "marta", "accounts", { address: "", category: "999" })).toThrow("not_in_list");
  expect(() => begin(here, "marta", "accounts", { address: "", owner: "999" })).toThrow("not_in_list");
  expect(() => begin(here, "marta", "prospects", { address: "", owner: "none" })).toThrow("not_in_list");
});

test("contacts and prospects change alike", async () => {
  const here = world();
  const { db, ids } = here;
  db.run(`insert into contacts (id, given_name, name_key, owner_id, created_at, updated_at) values (1, 'Rosa', 'rosa', ${ids.ana}, 0, 0)`);
  const insert = "insert into prospects (id, number, status, person_name, name_key, contacted_on, owner_id, created_at, updated_at)";
  db.run(`${insert} values (1, 1, 'new', 'Rosa', 'rosa', '2026-08-01', ${ids.ana}, 0, 0)`);
  for (const list of ["contacts", "prospects"] as const) {
    const id = await done(here, "marta", list, { address: "", owner: String(ids.luis), origin: "1" });
    expect(countsOf(db, id, ids.marta), list).toMatchObject({ changed: 1, refused: 0 });
    const undo = await undone(here, "marta", id);
    expect(countsOf(db, undo, ids.marta), list).toMatchObject({ changed: 1 });
  }
  expect(db.select().from(contacts).get()).toMatchObject({ ownerId: ids.ana, originId: null });
  expect(db.select().from(bulkRows).all()).toHaveLength(4);
});
