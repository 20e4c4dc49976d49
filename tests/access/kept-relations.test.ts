import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { profileGrants } from "@/db/schema";
import { scopeFor } from "@/lib/access/scope";
import { world } from "../support/world";

const here = world();
const ana = here.viewer("ana");

test("relations are kept for the two hundred who asked last", () => {
  const kept = scopeFor(ana, here.db).accounts;
  const ask = (from: number, count: number) => {
    for (let place = from; place < from + count; place += 1) scopeFor({ ...ana, userId: place }, here.db);
  };
  ask(10_000, 199);
  expect(scopeFor(ana, here.db).accounts).toBe(kept);
  ask(20_000, 199);
  expect(scopeFor(ana, here.db).accounts).toBe(kept);
  ask(30_000, 200);
  expect(scopeFor(ana, here.db).accounts).not.toBe(kept);
});

test("another tongue, clock or day asks for the same; another right for others", () => {
  const { accounts } = scopeFor(ana, here.db);
  expect(scopeFor({ ...ana, locale: "en", zone: "America/Bogota", today: "2026-12-31" }, here.db).accounts).toBe(accounts);
  here.db.update(profileGrants).set({ reach: "all" }).where(eq(profileGrants.module, "accounts")).run();
  const now = here.viewer("ana");
  expect(scopeFor(now, here.db).accounts).not.toBe(accounts);
  const names = (viewer: typeof ana) => {
    const scope = scopeFor(viewer, here.db);
    return scope
      .select({ name: scope.accounts.name })
      .from(scope.accounts)
      .orderBy(scope.accounts.name)
      .all()
      .map(({ name }) => name);
  };
  expect([names(ana), names(now)]).toEqual([
    ["Acme", "Beta"],
    ["Acme", "Beta", "Zeta"],
  ]);
});

test("what one sees by one's own hides the same fields as what one sees", () => {
  for (const hidden of [[], ["internalNote" as const]]) {
    const scope = scopeFor({ ...here.viewer("ana"), hidden }, here.db);
    here.db.$client.exec("update accounts set internal_note = 'No fiar'");
    const note = ({ internalNote }: typeof scope.accounts, relation: typeof scope.accounts) =>
      scope.select({ internalNote }).from(relation).limit(1).get()?.internalNote;
    const shown = hidden.length === 0 ? "No fiar" : null;
    expect([note(scope.accounts, scope.accounts), note(scope.ownAccounts, scope.ownAccounts)]).toEqual([shown, shown]);
  }
});

test("of few, each row is looked up by its identifier, whatever index fits what is asked", () => {
  const scope = scopeFor(ana, here.db);
  const { activities } = scope;
  const isLong = sql`${activities.endsAtUtc} > ${activities.startsAtUtc} + 86400000 and ${activities.startsAtUtc} >= 1 and ${activities.startsAtUtc} < 9`;
  const { sql: text, params } = scope
    .select({ id: activities.id })
    .from(activities)
    .where(and(isLong, eq(activities.ownerId, here.ids.ana)))
    .toSQL();
  const plan = here.db.$client.prepare(`explain query plan ${text}`).all(...params) as { detail: string }[];
  const details = plan.map(({ detail }) => detail);
  expect(details).toContain("SEARCH activities USING INTEGER PRIMARY KEY (rowid=?)");
  expect(details.join("\n")).not.toContain("activities_long_idx");
  const few = [activities, scope.accounts, scope.contacts, scope.prospects, scope.documents("invoice")];
  const texts = few.map((relation) => scope.select({ id: relation.id }).from(relation).toSQL().sql);
  expect(texts.filter((one) => !one.includes(" not indexed where "))).toEqual([]);
});
