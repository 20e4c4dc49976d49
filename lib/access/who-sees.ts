import { asc, eq } from "drizzle-orm";
import { isSeenModule, type SeenModule } from "@/db/vocabulary";
import { customersWhoSee } from "./customers-who-see";
import { filedAs } from "./filed";
import { loadStaffViewer } from "./load-staff";
import { recordName } from "./record-name";
import type { Scope } from "./scope";
import { type Filed, type Sight, sightOf } from "./sight";

export type Seer = { id: number; name: string; sight?: Sight & { name?: string } };

export type WhoSees = { module: SeenModule; id: number; record: string; seers: Seer[]; customers: { id: number; name: string }[] };

/** Every active colleague, with the rule by which they see a record, and the customers who do in their portal; undefined when whoever asks does
 *  not see it. `now` in UTC milliseconds. */
export function whoSees(scope: Scope, module: string, id: string, now: number): WhoSees | undefined {
  const key = Number(id);
  const record = isSeenModule(module) && Number.isSafeInteger(key) ? recordName(scope, module, key) : undefined;
  if (!isSeenModule(module) || record === undefined) return undefined;
  const filed = filedAs(scope.reader, module, key);
  const seers = colleagues(scope).map((person) => ({ ...person, sight: sightFor(scope, person.id, filed, now) }));
  return { module, id: key, record, seers, customers: customersWhoSee(scope, module, key, now) };
}

function sightFor(scope: Scope, userId: number, filed: Filed, now: number): Seer["sight"] {
  const viewer = loadStaffViewer(scope.reader, userId, now);
  const sight = viewer && sightOf(viewer, filed);
  return sight && { ...sight, name: nameOf(scope, sight) };
}

function colleagues(scope: Scope) {
  const { users } = scope;
  return scope.select({ id: users.id, name: users.name }).from(users).where(eq(users.isActive, true)).orderBy(asc(users.name)).all();
}

function nameOf({ select, groups, users }: Scope, { rule, through }: Sight): string | undefined {
  if (through === undefined) return undefined;
  return rule === "group"
    ? select({ name: groups.name }).from(groups).where(eq(groups.id, through)).get()?.name
    : select({ name: users.name }).from(users).where(eq(users.id, through)).get()?.name;
}
