import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createActivity } from "@/lib/activities/commands";
import { activityForm } from "@/lib/activities/forms";
import { activitiesBetween } from "@/lib/activities/queries";
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
  expect(day.overdue.map(({ subject }) => subject)).toEqual(["ayer", "ayer tarde"]);
  expect(day.today.map(({ subject }) => subject).toSorted()).toEqual(["hoy en Honolulú", "hoy en Madrid", "hoy tarde", "hoy temprano"]);
  expect(day.today[0]!.account?.name).toBe("Acme");

  const shown = activitiesBetween(scope, { from: today, to: addDays(today, 1) }).map(({ subject }) => subject);
  // What began last night at 23:59 lasts until today.
  expect(shown.toSorted()).toEqual(["ayer tarde", "hoy en Honolulú", "hoy en Madrid", "hoy tarde", "hoy temprano"]);
  expect(activitiesBetween(scopeFor(viewer("luis"), db), { from: today, to: addDays(today, 1) })).toEqual([]);
  expect(activitiesBetween(scopeFor(viewer("bruno"), db), { from: today, to: addDays(today, 1), owner: ids.ana })).toHaveLength(5);
});
