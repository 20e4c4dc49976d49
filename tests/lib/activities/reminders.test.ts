import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, mails, notices, outbox, users } from "@/db/schema";
import { write } from "@/db/write";
import { colleagueSees } from "@/lib/access/colleague";
import { completeActivity, createActivity, moveActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { logActivity } from "@/lib/activities/log";
import { namedIn } from "@/lib/activities/mentions";
import { remind } from "@/lib/activities/reminders";
import { claim, recoverLeases } from "@/lib/jobs/queue";
import { runSlice } from "@/lib/jobs/run";
import { setMailServer } from "../../support/mail-world";
import { promise } from "../../support/promise";
import { now, type World, world } from "../../support/world";

const hour = 3_600_000;
const handlers = { "activities.remind": remind };

function plan({ db, ids }: World, time: string, more: object = {}) {
  const by = { userId: ids.ana, now, zone: "UTC" };
  const input = activityForm.parse({ kind: "call", subject: `A las ${time}`, date: "2026-08-22", time, ...more });
  return write(db, (tx) => createActivity(tx, { account: { id: ids.acme } }, input, by)).id;
}

/** What a worker does until `until`, dying after it took a job as often as `dies` says. */
function workUntil({ db }: World, until: number, dies = 0) {
  for (let round = 0; ; round += 1) {
    const job = claim(db, { owner: `w${round}`, now: until, handlers });
    if (!job) return;
    expect(round).toBeLessThan(100);
    if (round >= dies) while (runSlice(db, job, remind, { owner: `w${round}`, now: until }) === "more");
    recoverLeases(db, until, Number.POSITIVE_INFINITY);
    db.update(outbox)
      .set({ runAt: until })
      .where(and(eq(outbox.id, job.id), eq(outbox.state, "queued")))
      .run();
  }
}

const told = ({ db }: World) => db.select({ about: notices.subjectId, to: notices.userId }).from(notices).orderBy(notices.id).all();

test("each reminder is told once, at its time, though workers die over it", () => {
  const here = world();
  const first = plan(here, "19:00");
  const second = plan(here, "22:00", { remindMinutes: "60" });
  plan(here, "23:00", { remindMinutes: "" });
  workUntil(here, now + hour / 2);
  expect(told(here)).toEqual([]);
  workUntil(here, now + hour, 3);
  expect(told(here)).toEqual([{ about: first, to: here.ids.ana }]);
  workUntil(here, now + 5 * hour, 2);
  workUntil(here, now + 6 * hour);
  expect(told(here).map(({ about }) => about)).toEqual([first, second]);
  promise("J1", "2 reminders, 5 workers dead in between: each told once");
  expect(here.db.select().from(outbox).where(eq(outbox.state, "queued")).all()).toEqual([]);
});

test("many reminders due at once are told a few to a transaction, each once", () => {
  const here = world();
  const { db } = here;
  setMailServer(db, { port: 25 });
  const due = Array.from({ length: 50 }, () => plan(here, "19:00"));
  const job = claim(db, { owner: "w", now: now + hour, handlers })!;
  const pieces: number[] = [];
  for (let stood = 0, isMore = true; isMore; stood = told(here).length) {
    isMore = runSlice(db, job, remind, { owner: "w", now: now + hour }) === "more";
    pieces.push(told(here).length - stood);
  }
  expect(Math.max(...pieces)).toBeLessThanOrEqual(16);
  expect(told(here).map(({ about }) => about)).toEqual(due);
  expect(db.select().from(mails).all()).toHaveLength(50);
});

test("what was moved is told at its new time, and what was done not at all", () => {
  const here = world();
  const by = { userId: here.ids.ana, now, zone: "UTC" };
  const [moved, done] = [plan(here, "19:00"), plan(here, "19:00")];
  write(here.db, (tx) => void moveActivity(tx, { id: moved }, { date: "2026-08-22", time: "21:00" }, by));
  write(here.db, (tx) => void completeActivity(tx, { id: done }, { result: null }, by));
  workUntil(here, now + 2 * hour);
  expect(told(here)).toEqual([]);
  workUntil(here, now + 4 * hour);
  expect(told(here).map(({ about }) => about)).toEqual([moved]);
  expect(here.db.select({ at: activities.remindAt }).from(activities).all()).toEqual([{ at: null }, { at: null }]);
});

test("who is named in a note is told, once, and only who may see the account can be", () => {
  const here = world();
  const { db, ids } = here;
  const account = { id: ids.acme, ownerId: ids.ana };
  const log = (notes: string, more: object = {}) =>
    write(db, (tx) => {
      const maySee = (userId: number) => colleagueSees(tx, userId, { now, module: "accounts", record: account });
      return logActivity(tx, account, { kind: "note", notes, ...more }, { userId: ids.ana, now, zone: "UTC", maySee });
    });
  log("Ojo @Bruno y @bruno: paga tarde. Correo ana@ejemplo.test");
  expect(told(here).map(({ to }) => to)).toEqual([ids.bruno]);
  expect(log("Revisar crédito", { mentionId: ids.marta }).after).toMatchObject({ subject: "Revisar crédito @Marta Ríos" });
  expect(told(here).map(({ to }) => to)).toEqual([ids.bruno, ids.marta]);
  expect(() => log("@Luis mira esto")).toThrow("activities.mention_unseen");
  expect(told(here)).toHaveLength(2);
});

test("a name that two colleagues bear asks for the whole one", () => {
  const people = [
    { id: 1, name: "Ana Ruiz" },
    { id: 2, name: "Ana Solís" },
    { id: 3, name: "José Peña" },
  ];
  expect(namedIn("@ana", people)).toEqual([{ options: ["Ana Ruiz", "Ana Solís"] }]);
  expect(namedIn("(@Ana Solis) @jose, @Joseph y x@ana", people)).toEqual([people[1], people[2]]);
  expect(namedIn("Avisa a @jose. Y a @José-", people)).toEqual([people[2]]);
  expect(namedIn("Instagram: @jose_tacos, @jose.pasteles, @jose-mx, @ana_mx, @ana.mx", people)).toEqual([]);
});

test("where the company has a mail server the reminder goes by mail too, once", () => {
  const here = world();
  const { db } = here;
  plan(here, "19:00");
  workUntil(here, now + hour, 1);
  expect(db.select().from(mails).all()).toEqual([]);
  setMailServer(db, { port: 25 });
  const id = plan(here, "20:00");
  workUntil(here, now + 2 * hour, 1);
  workUntil(here, now + 3 * hour);
  expect(db.select().from(mails).all()).toMatchObject([{ subject: "Recordatorio: A las 20:00", aboutKind: "activity", aboutId: id, sentBy: null }]);
});

test.each([
  ["es", null, "Recordatorio: A las 19:00", "Tiene pendiente «A las 19:00».\nCuándo: 22/08/2026 1:00 p. m.\n"],
  ["en", "America/New_York", "Reminder: A las 19:00", "“A las 19:00” is due.\nWhen: 22/08/2026 3:00 p.m.\n"],
  ["es", "Asia/Tokyo", "Recordatorio: A las 19:00", "Tiene pendiente «A las 19:00».\nCuándo: 23/08/2026 4:00 a. m.\n"],
] as const)("a reminder by mail is in the reader's %s and on the clock of %s, the company's where they have none", (locale, zone, subject, sentence) => {
  const here = world();
  const { db, ids } = here;
  setMailServer(db, { port: 25 });
  db.update(users).set({ locale, zone }).where(eq(users.id, ids.ana)).run();
  plan(here, "19:00");
  workUntil(here, now + hour);
  const [mail] = db.select().from(mails).all();
  expect(mail!.subject).toBe(subject);
  expect(mail!.text.replace(/[\u00a0\u202f]/g, " ")).toContain(sentence);
});

test("what takes the whole day is told by its day, at eight in the morning of whoever is reminded", () => {
  const here = world();
  const { db, ids } = here;
  setMailServer(db, { port: 25 });
  db.update(users).set({ zone: "Asia/Tokyo" }).where(eq(users.id, ids.ana)).run();
  const whole = activityForm.parse({ kind: "task", subject: "Inventario", date: "2026-08-23", remindMinutes: "0" });
  write(db, (tx) => void createActivity(tx, {}, whole, { userId: ids.ana, now, zone: "America/Monterrey" }));
  const eight = Date.UTC(2026, 7, 22, 23, 0);
  expect(db.select({ at: activities.remindAt }).from(activities).all()).toEqual([{ at: eight }]);
  workUntil(here, eight);
  expect(db.select().from(mails).all()[0]!.text).toContain("«Inventario».\nCuándo: 23/08/2026\n");
});
