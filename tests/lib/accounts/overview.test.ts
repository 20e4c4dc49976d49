import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { accountColumns } from "@/lib/accounts/columns";
import { accountFilters, accountView } from "@/lib/accounts/filters";
import { listAccounts } from "@/lib/accounts/list";
import { latestDocuments, moneyOfAccount, tabCounts } from "@/lib/accounts/overview";
import { accountParts } from "@/lib/accounts/parts";
import { findAccount } from "@/lib/accounts/queries";
import { createInvoice, issueInvoice } from "@/lib/invoices/commands";
import { searchEverything } from "@/lib/search/everything";
import { by, cement, draft, paper } from "../../support/papers";
import { type World, world } from "../../support/world";

function billed(here: World, accountId: number, day: string, dueOn: string) {
  const { db, ids } = here;
  const typed = draft({ accountId: String(accountId), dueOn, lines: [cement] });
  const { id } = write(db, (tx) => createInvoice(tx, typed, by(ids.clara, day)));
  write(db, (tx) => issueInvoice(tx, paper(tx, "invoice", id), by(ids.clara, day)));
  return paper(db, "invoice", id);
}

test("the money of an account: owed, overdue since the oldest, last bought; nothing for who sees no invoices", () => {
  const here = world();
  const { db, ids } = here;
  billed(here, ids.zeta, "2026-06-30", "2026-07-03");
  const first = billed(here, ids.acme, "2026-07-01", "2026-07-31");
  billed(here, ids.acme, "2026-07-15", "2026-08-14");
  const last = billed(here, ids.acme, "2026-08-20", "2026-09-20");

  const money = moneyOfAccount(scopeFor(here.viewer("ana"), db), ids.acme)!;
  expect(money.balances).toMatchObject([{ currency: "MXN", balanceMinor: 3 * last.totalMinor }]);
  expect(money.overdue).toEqual([{ currency: "MXN", balanceMinor: 2 * first.totalMinor, oldestOn: "2026-07-31" }]);
  expect(money.lastPurchaseOn).toBe("2026-08-20");

  const blind = { ...here.viewer("ana"), grants: { accounts: { view: "all" as const } } };
  expect(moneyOfAccount(scopeFor(blind, db), ids.acme)).toBeUndefined();
  expect(tabCounts(scopeFor(blind, db), ids.acme)).toEqual([{ tab: "activity" }, { tab: "files", count: 0 }]);
});

test("tabs count what the viewer sees and show the newest first", () => {
  const here = world();
  const { db, ids } = here;
  billed(here, ids.acme, "2026-07-01", "2026-07-31");
  const last = billed(here, ids.acme, "2026-08-20", "2026-09-20");
  const ana = scopeFor(here.viewer("ana"), db);
  expect(tabCounts(ana, ids.acme).find(({ tab }) => tab === "invoices")).toEqual({ tab: "invoices", count: 2 });
  expect(latestDocuments(ana, "invoice", ids.acme)[0]!.id).toBe(last.id);
});

test("a document is found by its number as printed, zeros and prefix or not, by who may see it", () => {
  const here = world();
  const { db, ids } = here;
  const mine = billed(here, ids.acme, "2026-07-01", "2026-07-31");
  const theirs = billed(here, ids.zeta, "2026-07-02", "2026-07-31");
  const found = (person: "ana" | "luis" | "marta", text: string) =>
    searchEverything(scopeFor(here.viewer(person), db), text).flatMap(({ group, hits }) => (group === "documents" ? hits.map(({ label }) => label) : []));
  for (const text of [mine.label!, mine.label!.toLowerCase(), "A-1", "a1", "1"]) expect(found("ana", text), text).toEqual([mine.label]);
  expect(found("ana", theirs.label!)).toEqual([]);
  expect(found("luis", theirs.label!)).toEqual([theirs.label]);
  expect(found("marta", "B-1")).toEqual([]);
});

test("whoever does not see what an account bought is not told that it bought nothing", () => {
  const here = world();
  const { db, ids } = here;
  billed(here, ids.acme, "2026-07-01", "2026-07-31");
  const seen = { ...here.viewer("ana"), grants: { accounts: { view: "all" as const }, invoices: { view: "own" as const } } };
  const blind = { ...seen, grants: { accounts: { view: "all" as const } } };
  const kind = accountColumns.find(({ key }) => key === "kind")!;
  const kinds = (viewer: Viewer) => listAccounts(scopeFor(viewer, db), accountFilters.parse({})).rows.map((row) => kind.value(row));
  const isCustomer = (viewer: Viewer, id: number) => {
    const scope = scopeFor(viewer, db);
    return accountParts(scope, findAccount(scope, id)!, accountView.parse({})).isCustomer;
  };
  expect(kinds(here.viewer("marta"))).toEqual(["Cliente", "Prospecto", "Prospecto"]);
  expect(kinds(seen)).toEqual(["Cliente", null, null]);
  expect(kinds(blind)).toEqual([null, null, null]);
  expect([ids.acme, ids.beta, ids.zeta].map((id) => isCustomer(seen, id))).toEqual([true, false, undefined]);
  expect([ids.acme, ids.beta].map((id) => isCustomer(blind, id))).toEqual([undefined, undefined]);
});
