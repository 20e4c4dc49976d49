import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, activities, contacts, picklistOptions, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { completeActivity, createActivity, moveActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { bulkChoices } from "@/lib/bulks/choices";
import { bulkProblems } from "@/lib/bulks/queries";
import { reasonText } from "@/lib/bulks/reasons";
import { firstBrokenEvent } from "@/lib/events/verify";
import { now, type World, world } from "../../support/world";
import { begin, countsOf, done, undone } from "./support";

const zone = "America/Monterrey";

function plan({ db, ids }: World, subject: string, { owner = "ana", prospectId }: { owner?: "ana" | "luis"; prospectId?: number } = {}): number {
  const input = activityForm.parse({ kind: "call", subject, date: "2026-08-25", time: "10:00", remindMinutes: "" });
  const filing = prospectId === undefined ? { account: { id: ids[owner === "ana" ? "acme" : "zeta"] } } : { prospect: { id: prospectId, accountId: null } };
  return write(db, (tx) => createActivity(tx, filing, input, { userId: ids[owner], now, zone }).id);
}

const rowOf = ({ db }: World, id: number) => db.select().from(activities).where(eq(activities.id, id)).get()!;
const times = ({ startsAt, endsAt, startsAtUtc, endsAtUtc }: typeof activities.$inferSelect) => ({ startsAt, endsAt, startsAtUtc, endsAtUtc });

test("activities are given away, put off at their hour and done together, of those one sees, and one undo takes it all back", async () => {
  const here = world();
  const { db, ids } = here;
  const stamps = { createdAt: now, updatedAt: now };
  write(db, (tx): void => {
    tx.insert(prospects)
      .values({ id: 1, number: 1, ownerId: ids.ana, personName: "Rosa", nameKey: "rosa", contactedOn: "2026-08-01", ...stamps })
      .run();
  });
  const [first, second, others] = [plan(here, "Uno"), plan(here, "Dos", { prospectId: 1 }), plan(here, "De Luis", { owner: "luis" })];
  const before = [first, second].map((id) => rowOf(here, id));
  const prospect = () => db.select().from(prospects).where(eq(prospects.id, 1)).get()!;
  expect(prospect().nextActionOn).toBe("2026-08-25");

  const put = await done(here, "bruno", "activities", { address: `owner=${ids.ana}`, owner: String(ids.bruno), date: "2026-09-01" });
  expect(countsOf(db, put, ids.bruno)).toMatchObject({ changed: 2, refused: 0 });
  expect(rowOf(here, first)).toMatchObject({ ownerId: ids.bruno, startsAt: "2026-09-01T10:00", endsAt: "2026-09-01T11:00" });
  expect(prospect().nextActionOn).toBe("2026-09-01");
  expect(rowOf(here, others).ownerId).toBe(ids.luis);

  const finished = await done(here, "marta", "activities", { ids: `${first},${second},${others}`, isDone: "on" });
  expect([first, second, others].map((id) => rowOf(here, id).status)).toEqual(["done", "done", "done"]);
  expect(prospect()).toMatchObject({ nextActionOn: null, status: "contacted" });
  const again = await done(here, "marta", "activities", { ids: `${first}`, isDone: "on" });
  expect(countsOf(db, again, ids.marta)).toMatchObject({ changed: 0, unchanged: 1 });

  await undone(here, "marta", finished);
  expect(rowOf(here, first)).toMatchObject({ status: "planned", doneAt: null });
  await undone(here, "bruno", put);
  expect([first, second].map((id) => [rowOf(here, id).ownerId, times(rowOf(here, id))])).toEqual(before.map((row) => [row.ownerId, times(row)]));
  expect(prospect().nextActionOn).toBe("2026-08-25");
  expect(firstBrokenEvent(db)).toBeUndefined();
});

test("what is done already is not given away, and what somebody moved or ended since stays as they left it, named once", async () => {
  const here = world();
  const { db, ids } = here;
  const [moved, ended, over] = [plan(here, "Movida"), plan(here, "Terminada"), plan(here, "Hecha")];
  const by = { userId: ids.ana, now, zone };
  write(db, (tx): void => void completeActivity(tx, { id: over }, { result: null }, by));
  const put = await done(here, "marta", "activities", { ids: `${moved},${ended},${over}`, date: "2026-09-01" });
  expect(countsOf(db, put, ids.marta)).toMatchObject({ changed: 2, refused: 1 });
  write(db, (tx): void => void moveActivity(tx, { id: moved }, { date: "2026-09-02", time: "10:00" }, by));
  write(db, (tx): void => void tx.update(activities).set({ endsAt: "2026-09-01T12:00" }).where(eq(activities.id, ended)).run());
  const undo = await undone(here, "marta", put);
  expect(rowOf(here, moved).startsAt).toBe("2026-09-02T10:00");
  expect(rowOf(here, ended)).toMatchObject({ startsAt: "2026-09-01T10:00", endsAt: "2026-09-01T12:00" });
  const scope = scopeFor(here.viewer("marta"), db);
  const told = bulkProblems(scope, { id: undo, list: "activities", changes: {} });
  expect(told.map(({ reasons }) => reasons)).toEqual([["startsAt"], ["endsAt"]]);
  expect(reasonText(told[0]!)).toBe("Se quedó como está: Empieza");
});

test("who may not give work away is neither offered to nor able to, and nobody puts off what they do not see", async () => {
  const here = world();
  const { db, ids, viewer } = here;
  const [own, others] = [plan(here, "Suya"), plan(here, "De Luis", { owner: "luis" })];
  expect(bulkChoices(scopeFor(viewer("ana"), db), "activities").choices).toEqual([]);
  expect(bulkChoices(scopeFor(viewer("ana"), db), "activities").isWork).toBe(true);
  const given = await done(here, "ana", "activities", { ids: `${own}`, owner: String(ids.luis) });
  expect(countsOf(db, given, ids.ana)).toMatchObject({ changed: 0, refused: 1 });
  const put = await done(here, "ana", "activities", { ids: `${own},${others}`, date: "2026-09-01" });
  expect(countsOf(db, put, ids.ana)).toMatchObject({ changed: 1, refused: 1 });
  expect(rowOf(here, others).startsAt).toBe("2026-08-25T10:00");
  expect(() => begin(here, "marta", "activities", { ids: `${own}`, owner: "none" })).toThrow("not_in_list");
  expect(() => begin(here, "marta", "activities", { ids: `${own}`, owner: `g${ids.sur}` })).toThrow("not_in_list");
  expect(() => begin(here, "marta", "accounts", { ids: `${ids.acme}`, date: "2026-09-01", isDone: "on" })).toThrow("lists.nothing_to_change");
});

test("accounts and contacts are given to a group, and an interest to accounts; an undo gives both back", async () => {
  const here = world();
  const { db, ids } = here;
  const interest = db.select().from(picklistOptions).where(eq(picklistOptions.list, "interest_level")).get()!.id;
  const owned = () => db.select().from(accounts).where(eq(accounts.id, ids.acme)).get()!;
  const id = await done(here, "marta", "accounts", { ids: `${ids.acme}`, owner: `g${ids.sur}`, interest: String(interest) });
  expect(owned()).toMatchObject({ ownerId: null, ownerGroupId: ids.sur, interestId: interest });
  expect(scopeFor(here.viewer("luis"), db).principalsOf(ids.acme)).toContain(`g${ids.sur}`);
  await undone(here, "marta", id);
  expect(owned()).toMatchObject({ ownerId: ids.ana, ownerGroupId: null, interestId: null });

  write(db, (tx): void => void tx.insert(contacts).values({ givenName: "Eva", nameKey: "eva", ownerId: ids.ana, createdAt: now, updatedAt: now }).run());
  const person = () => db.select().from(contacts).get()!;
  const given = await done(here, "marta", "contacts", { ids: `${person().id}`, owner: `g${ids.sur}` });
  expect(person()).toMatchObject({ ownerId: null, ownerGroupId: ids.sur });
  await undone(here, "marta", given);
  expect(person()).toMatchObject({ ownerId: ids.ana, ownerGroupId: null });
  expect(() => begin(here, "marta", "accounts", { ids: `${ids.acme}`, owner: "g999" })).toThrow("not_in_list");
});
