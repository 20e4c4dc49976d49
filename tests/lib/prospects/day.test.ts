import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { activitiesOn } from "@/lib/calendar/queries";
import { addDays } from "@/lib/core/dates";
import { dayOfWork } from "@/lib/today/queries";
import { now, today, world } from "../../support/world";

test("the day parts what is late, what is for today and what is not yet, wherever it was planned", () => {
  const { db, ids, viewer } = world();
  const plan = (subject: string, days: number, time: string, zone = "America/Monterrey") =>
    write(db, (tx) => {
      const input = activityForm.parse({ kind: "task", subject, date: addDays(today, days), time });
      return createActivity(tx, { account: { id: ids.acme } }, input, { userId: ids.ana, now, zone });
    });
  plan("ayer tarde", -1, "23:59");
  plan("ayer", -1, "");
  plan("hoy temprano", 0, "00:00");
  plan("hoy en Madrid", 0, "", "Europe/Madrid");
  plan("hoy en Honolulú", 0, "", "Pacific/Honolulu");
  plan("hoy tarde", 0, "23:59");
  plan("mañana", 1, "00:00");
  plan("mañana en Madrid", 1, "", "Europe/Madrid");

  const scope = scopeFor(viewer("ana"), db);
  const day = dayOfWork(scope, ids.ana);
  expect(day.overdue.rows.map(({ subject }) => subject)).toEqual(["ayer", "ayer tarde"]);
  expect(day.today.rows.map(({ subject }) => subject).toSorted()).toEqual(["hoy en Honolulú", "hoy en Madrid", "hoy tarde", "hoy temprano"]);
  expect(day.today.rows[0]!.account?.name).toBe("Acme");

  const shown = activitiesOn(scope, [today], { most: 9 }).map(({ subject }) => subject);
  // What began last night at 23:59 lasts until today.
  expect(shown.toSorted()).toEqual(["ayer tarde", "hoy en Honolulú", "hoy en Madrid", "hoy tarde", "hoy temprano"]);
  expect(activitiesOn(scopeFor(viewer("luis"), db), [today], { most: 9 })).toEqual([]);
  expect(activitiesOn(scopeFor(viewer("bruno"), db), [today], { most: 9, owner: ids.ana })).toHaveLength(5);
});

test("what takes days is for today while it is under way, and late when they are over", () => {
  const { db, ids, viewer } = world();
  const plan = (subject: string, first: number, last: number) =>
    write(db, (tx) => {
      const times = { date: addDays(today, first), time: "09:00", endDate: addDays(today, last), endTime: "18:00" };
      return createActivity(tx, {}, activityForm.parse({ kind: "visit", subject, ...times }), { userId: ids.ana, now, zone: "America/Monterrey" });
    });
  plan("pasó", -4, -1);
  plan("termina hoy", -2, 0);
  plan("sigue", -1, 3);
  plan("empieza hoy", 0, 2);
  plan("mañana", 1, 3);
  const day = dayOfWork(scopeFor(viewer("ana"), db), ids.ana);
  expect(day.overdue.rows.map(({ subject }) => subject)).toEqual(["pasó"]);
  expect(day.today.rows.map(({ subject }) => subject)).toEqual(["termina hoy", "sigue", "empieza hoy"]);
});

test("a full day gives its first, one's own before what others have, and no other day loses any", () => {
  const { db, ids, viewer } = world();
  const plan = (owner: number, subject: string, days: number, time: string) =>
    write(db, (tx) => {
      const input = activityForm.parse({ kind: "task", subject, date: addDays(today, days), time });
      return createActivity(tx, { account: { id: ids.acme } }, input, { userId: owner, now, zone: "America/Monterrey" });
    });
  for (let hour = 10; hour < 20; hour++) plan(ids.ana, `ana ${hour}`, 0, `${hour}:00`);
  plan(ids.bruno, "bruno", 0, "08:00");
  plan(ids.ana, "otro día", 5, "09:00");
  const days = Array.from({ length: 7 }, (_, place) => addDays(today, place));
  const seen = (who: "ana" | "bruno" | "marta", most: number) => activitiesOn(scopeFor(viewer(who), db), days, { most }).map(({ subject }) => subject);

  expect(seen("ana", 3).toSorted()).toEqual(["ana 10", "ana 11", "ana 12", "ana 13", "otro día"]);
  expect(seen("bruno", 3).toSorted()).toEqual(["ana 10", "ana 11", "ana 12", "bruno", "otro día"]);
  expect(seen("marta", 3).toSorted()).toEqual(["ana 10", "ana 11", "ana 12", "bruno", "otro día"]);
  expect(seen("ana", 20)).toHaveLength(12);
});
