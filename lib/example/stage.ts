import type { Transaction } from "@/db/open";
import type { ExampleCompany } from "@/db/seeds/demo/types";
import { loadStaffViewer } from "@/lib/access/load-staff";
import { type Scope, scopeFor } from "@/lib/access/scope";
import type { StaffViewer, SystemViewer } from "@/lib/access/viewer";
import { addDays, type Day, dayOf, toInstant, weekday } from "@/lib/core/dates";
import { type Change, recordEvent } from "@/lib/events/record";
import { type Agenda, makeAgenda } from "./agenda";
import { type Random, randomFrom } from "./random";

export type By = { userId: number; now: number; today: Day; zone: string };

/** What every scene of the example shares. Nothing here reads the clock: `asOf` is the day the story ends. */
export type Stage = {
  tx: Transaction;
  /** Everything, as the documents' commands need to find it. */
  scope: Scope;
  example: ExampleCompany;
  random: Random;
  agenda: Agenda;
  asOf: Day;
  /** A working hour of the day that lies so many days before the end (after it, below zero). */
  at(daysBefore: number, hour?: number): number;
  by(userId: number, now: number): By;
  /** Tells a change in the name of its author, and gives it back. */
  tell<C extends Change>(name: string, change: C, by: By): C;
};

const seed = 2026;

export function setStage(tx: Transaction, example: ExampleCompany, asOf: Day): Stage {
  const { zone } = example;
  const random = randomFrom(seed + [...example.pack].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
  const system: SystemViewer = { kind: "system", locale: "es", zone, today: asOf };
  const viewers = new Map<number, StaffViewer>();
  const viewerOf = (userId: number) => {
    const viewer = viewers.get(userId) ?? loadStaffViewer(tx, userId, 0)!;
    viewers.set(userId, viewer);
    return viewer;
  };
  return {
    ...{ tx, example, random, asOf, agenda: makeAgenda(), scope: scopeFor(system, tx) },
    at: (daysBefore, hour = random.whole(9, 17)) => {
      const minutes = String(random.whole(0, 59)).padStart(2, "0");
      return toInstant(`${addDays(asOf, -daysBefore)}T${String(hour).padStart(2, "0")}:${minutes}`, zone).instant;
    },
    by: (userId, now) => ({ userId, now, today: dayOf(now, zone), zone }),
    tell: (name, change, { userId, now }) => {
      const batchId = change.also?.length ? random.uuid() : undefined;
      recordEvent(tx, { viewer: viewerOf(userId), name, change: { ...change, batchId }, at: now });
      return change;
    },
  };
}

/** The same day, or the one before when nobody works. */
export function workday(daysBefore: number, asOf: Day): number {
  return weekday(addDays(asOf, -daysBefore)) === 7 ? daysBefore + 1 : daysBefore;
}
