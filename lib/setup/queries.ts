import { and, eq, inArray, sql } from "drizzle-orm";
import { isOff } from "@/lib/access/permissions";
import type { Scope, Seen } from "@/lib/access/scope";
import { type CompanyDatum, missingOf, type SetupStep, type Step, setupSteps } from "./rules";

/** Where the company stands, told from its data alone: each look is at the first row that an index gives. */
export function setupOf(scope: Scope): { steps: Step[]; missing: CompanyDatum[] } {
  const missing = missingOf(scope.prepared(ownData).get()!);
  const has = (look: (seen: Seen) => { get(): unknown }) => scope.prepared(look).get() !== undefined;
  const shows: Record<SetupStep, () => boolean> = {
    // Chosen when the company was made.
    sharing: () => true,
    roles: () => has(anyGroup) || has(anySchemeDeed),
    users: () => scope.prepared(twoColleagues).all().length > 1,
    company: () => missing.length === 0,
    picklists: () => has(anyListDeed),
    accounts: () => has(anyAccount),
    contacts: () => has(anyContact),
    prospects: () => has(anyProspect),
  };
  const settled = new Set(
    scope
      .prepared(settledSteps)
      .all()
      .map(({ step }) => step),
  );
  const stateOf = (name: SetupStep) => (shows[name]() ? "done" : settled.has(name) ? "settled" : "open");
  const wanted = setupSteps.filter((name) => name !== "prospects" || !isOff(scope.viewer, "prospects"));
  return { steps: wanted.map((name) => ({ name, state: stateOf(name) })), missing };
}

const ownData = ({ company: { logoFileId, taxId, phone, email, address, id }, company, select }: Seen) =>
  select({ logoFileId, taxId, phone, email, address }).from(company).where(eq(id, 1)).prepare();

const anyGroup = ({ groups, select }: Seen) => select({ id: groups.id }).from(groups).limit(1).prepare();
const twoColleagues = ({ users, select }: Seen) => select({ id: users.id }).from(users).where(eq(users.isActive, true)).limit(2).prepare();
const anyAccount = ({ accounts, select }: Seen) => select({ id: accounts.id }).from(accounts).limit(1).prepare();
const anyContact = ({ contacts, select }: Seen) => select({ id: contacts.id }).from(contacts).limit(1).prepare();
const anyProspect = ({ prospects, select }: Seen) => select({ id: prospects.id }).from(prospects).limit(1).prepare();

const anySchemeDeed = (seen: Seen) => deedOn(seen, ["role", "profile", "group"]);
const anyListDeed = (seen: Seen) => deedOn(seen, ["picklist_option", "origin"]);

function deedOn({ events, select }: Seen, kinds: string[]) {
  return select({ id: events.id }).from(events).where(inArray(events.subjectKind, kinds)).limit(1).prepare();
}

const settledSteps = ({ events, eventPayloads, select }: Seen) =>
  select({ step: sql<string>`${eventPayloads.after} ->> 'step'` })
    .from(events)
    .innerJoin(eventPayloads, eq(eventPayloads.eventId, events.id))
    .where(and(eq(events.subjectKind, "company"), eq(events.subjectId, 1), eq(events.name, "company.step_settled")))
    .prepare();
