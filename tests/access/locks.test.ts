import { getTableName, is, Table } from "drizzle-orm";
import { expect, test } from "vitest";
import * as schema from "@/db/schema";
import { documentKinds } from "@/db/vocabulary";
import { scopeFor } from "@/lib/access/scope";
import type { StaffViewer, Viewer } from "@/lib/access/viewer";
import { accountFilters } from "@/lib/accounts/filters";
import { countAccounts, listAccounts } from "@/lib/accounts/list";
import { findAccount } from "@/lib/accounts/queries";
import { world } from "../support/world";

/** Tables that no scope gives to anybody: secrets, machinery, and what only triggers and commands touch. */
const closed = [
  "accountAccess",
  "accountAccessCounts",
  "burnedNumbers",
  "calendarFeeds",
  "files",
  "issuePoints",
  "loginLimits",
  "onceTokens",
  // No page reads or writes these yet.
  ...["opportunities", "opportunityItems", "opportunityStays", "pipelines", "pipelineStages"],
  "outbox",
  "sessions",
];
const tables = Object.entries(schema).flatMap(([name, value]): [string, Table][] => (is(value, Table) ? [[name, value]] : []));

test("every table is either scoped or on the list of closed ones", () => {
  const scope = scopeFor({ kind: "system", locale: "es", zone: "UTC", today: "2026-08-22" }, world().db);
  const scoped = new Set<string>();
  for (const name in scope) scoped.add(name);
  expect(tables.length).toBeGreaterThan(40);
  expect(tables.map(([name]) => name).filter((name) => !scoped.has(name) && !closed.includes(name))).toEqual([]);
  expect(closed.filter((name) => scoped.has(name))).toEqual([]);
});

test("who holds no grant sees no record, and a stranger kind of viewer nothing at all", () => {
  const { db, viewer } = world();
  const open = [
    "company",
    "users",
    "roles",
    "profiles",
    "profileGrants",
    "userProfiles",
    "groups",
    "groupMembers",
    "workCenters",
    "series",
    "taxes",
    "origins",
    "mailServer",
    "mailTemplates",
    "ownWords",
    "picklistOptions",
    "repetitions",
    "tags",
    "webForms",
  ];
  const nobody: StaffViewer = { ...viewer("ana"), grants: {} };
  const customer: Viewer = { kind: "customer", portalUserId: 1, contactId: 1, name: "", zone: "UTC", today: "2026-08-22", windows: [] };
  for (const one of [nobody, customer]) {
    const scope = scopeFor(one, db);
    for (const [name, table] of tables) {
      if (closed.includes(name) || (one.kind === "staff" && open.includes(name)) || name === "company") continue;
      const relations = name === "documents" ? documentKinds.map((kind) => scope.documents(kind)) : [scope[name as "accounts"]];
      for (const relation of relations) expect(scope.select().from(relation).all(), `${one.kind} ${getTableName(table)}`).toEqual([]);
    }
  }
});

test("no secret ever comes out of a scope", () => {
  const { db, viewer } = world();
  const { users } = scopeFor(viewer("marta"), db);
  for (const row of scopeFor(viewer("marta"), db).select().from(users).all()) expect(row.passwordHash).toBeNull();
  const seenByAna = scopeFor(viewer("ana"), db);
  for (const row of seenByAna.select().from(seenByAna.users).all()) expect(row.email).toBeNull();
});

const expected = {
  marta: ["Acme", "Beta", "Zeta"],
  bruno: ["Acme", "Beta"],
  ana: ["Acme", "Beta"],
  luis: ["Zeta"],
  clara: ["Acme", "Beta", "Zeta"],
  rita: ["Acme", "Beta", "Zeta"],
} as const;

test.each(Object.entries(expected))("%s sees exactly their accounts: listed, counted, found", (name, names) => {
  const { db, ids, viewer } = world();
  const scope = scopeFor(viewer(name as keyof typeof expected), db);
  const filters = accountFilters.parse({});
  expect(listAccounts(scope, filters).rows.map((row) => row.name)).toEqual(names);
  expect(countAccounts(scope, filters)).toBe(names.length);
  for (const account of ["acme", "beta", "zeta"] as const) {
    const isSeen = (names as readonly string[]).some((one) => one.toLowerCase() === account);
    expect(findAccount(scope, ids[account]) !== undefined, account).toBe(isSeen);
  }
});

test("hidden notes are hidden from who only reads", () => {
  const { db, ids, viewer } = world();
  db.run("update accounts set internal_note = 'secreto'");
  expect(findAccount(scopeFor(viewer("rita"), db), ids.acme)?.internalNote).toBeNull();
  expect(findAccount(scopeFor(viewer("ana"), db), ids.acme)?.internalNote).toBe("secreto");
});
