import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { connect } from "@/db/open";
import { accountBalances, accounts, documents } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { type CircleSize, probing, type StaffViewer } from "@/lib/access/viewer";
import { accountColumns, accountColumnsFor } from "@/lib/accounts/columns";
import { accountFilters } from "@/lib/accounts/filters";
import { listAccounts, neighboursIn } from "@/lib/accounts/list";
import { sumAccounts } from "@/lib/accounts/list-sums";
import { sortLink } from "@/lib/core/links";
import { lists } from "@/lib/exports/lists";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { listAddress } from "@/lib/lists/address";
import { now, today, world } from "../../support/world";

const stamps = { createdAt: now, updatedAt: now };
const inMexico = { locale: "es", pack: packs.MX, zone: "UTC", currency: "MXN" } as const;
const yesterday = "2026-08-21";

/** Acme owes 500 past due, Beta 900 and 40 dollars, Zeta dollars alone, past due; Gamma paid all of it, though that was due. */
function owing() {
  const here = world();
  const { db, ids } = here;
  const gamma = write(db, (tx) => {
    const added = tx
      .insert(accounts)
      .values({ name: "Gamma", nameKey: "gamma", cityKey: "", ownerId: ids.ana, ownerKey: "ana", ...stamps })
      .returning({ id: accounts.id })
      .get().id;
    const owes = (accountId: number, currency: string, balanceMinor: number, dueOn: string) => {
      tx.insert(accountBalances).values({ accountId, currency, invoicedMinor: 1000, balanceMinor, lastPurchaseOn: yesterday }).run();
      const paper = { kind: "invoice", fiscalType: "", accountId, ownerId: ids.ana, customerName: "x", customerNameKey: "x" } as const;
      const sums = { currency, priceMode: "tax_excluded", roundingMode: "half_up", taxScope: "line", totalMinor: 1000, balanceMinor } as const;
      const place = tx.select({ count: sql<number>`count(*) + 1` }).from(documents).get()!.count;
      const issued = { status: "issued", number: place, label: `A-${place}`, issuedOn: yesterday } as const;
      tx.insert(documents)
        .values({ ...paper, ...sums, ...issued, dueOn, ...stamps } as typeof documents.$inferInsert)
        .run();
    };
    owes(ids.acme, "MXN", 500, yesterday);
    owes(ids.beta, "MXN", 900, today);
    owes(ids.beta, "USD", 40, today);
    owes(ids.zeta, "USD", 700, yesterday);
    owes(added, "MXN", 0, yesterday);
    return added;
  });
  return { ...here, gamma };
}

const { db, ids, viewer } = owing();
const sized = (size: CircleSize): StaffViewer => {
  const bruno = viewer("bruno");
  const circle = { ...bruno.circles.subordinates, size };
  return { ...bruno, circles: { own: circle, group: circle, subordinates: circle } };
};
const everyone = [viewer("marta"), sized("few"), sized("some"), sized("many")];
const namesFor = (seen: StaffViewer, address: object, reader = db) =>
  runWith(inMexico, () => listAccounts(scopeFor(seen, reader), accountFilters.parse(address)).rows.map(({ name }) => name));

test("who owes and who owes what is past due are found, in any currency, and by whom they are seen", () => {
  for (const [place, seen] of everyone.entries()) {
    const zeta = place === 0 ? ["Zeta"] : [];
    expect(namesFor(seen, { balance: "owed" })).toEqual(["Acme", "Beta", ...zeta]);
    expect(namesFor(seen, { balance: "overdue" })).toEqual(["Acme", ...zeta]);
    const filters = accountFilters.parse({ balance: "overdue" });
    expect(sumAccounts(scopeFor(seen, db), filters).count).toBe(1 + zeta.length);
  }
});

test("when a day ends, what was due on it is past due without anything being written", () => {
  expect(namesFor({ ...viewer("marta"), today: "2026-08-23" }, { balance: "overdue" })).toEqual(["Acme", "Beta", "Zeta"]);
});

test("in the order of what is owed stand those who owe in the company's currency, the highest first; their count and file are the same", () => {
  for (const seen of everyone) {
    expect(namesFor(seen, { balance: "owed", sort: "-balance" })).toEqual(["Beta", "Acme"]);
    expect(namesFor(seen, { balance: "owed", sort: "balance" })).toEqual(["Acme", "Beta"]);
    expect(namesFor(seen, { balance: "overdue", sort: "-balance" })).toEqual(["Acme"]);
    runWith(inMexico, () => {
      const scope = scopeFor(seen, db);
      const filters = accountFilters.parse({ balance: "owed", sort: "-balance" });
      expect(sumAccounts(scope, filters).count).toBe(2);
      expect(lists.accounts.count(scope, "balance=owed&sort=-balance", 10)).toBe(2);
      const first = listAccounts(scope, filters, { size: 1 });
      const second = listAccounts(scope, accountFilters.parse({ balance: "owed", sort: "-balance", cursor: first.next }), { size: 1 });
      expect([first.rows[0]?.name, second.rows[0]?.name, second.next]).toEqual(["Beta", "Acme", undefined]);
      const back = listAccounts(scope, accountFilters.parse({ balance: "owed", sort: "-balance", cursor: second.previous }), { size: 1 });
      expect(back.rows[0]?.name).toBe("Beta");
      const page = scopeFor(probing(seen), db);
      const beside = (id: number) => neighboursIn(page, listAddress(filters), id);
      expect([beside(ids.beta).next?.id, beside(ids.acme).previous?.id, beside(ids.acme).next]).toEqual([ids.acme, ids.beta, undefined]);
      expect(beside(ids.zeta)).toEqual({});
    });
  }
});

test("without who owes, that order falls back; its heading asks for both and begins with the highest", () => {
  expect(accountFilters.parse({ sort: "-balance" }).sort).toBe("name");
  const { sort, sortsAmong } = accountColumns.find(({ key }) => key === "balance")!;
  const leads = (address: object) => sortLink("/accounts", accountFilters.parse(address), sort!, sortsAmong).href;
  expect(leads({})).toBe("/accounts?sort=-balance&balance=owed");
  expect(leads({ balance: "overdue" })).toBe("/accounts?balance=overdue&sort=-balance");
  expect(leads({ balance: "owed", sort: "-balance" })).toBe("/accounts?balance=owed&sort=balance");
});

test("whoever sees no invoices is told of nobody who owes, and offered no order by it", () => {
  const blind: StaffViewer = { ...viewer("ana"), grants: { accounts: { view: "all" } } };
  for (const address of [{ balance: "owed" }, { balance: "overdue" }, { balance: "owed", sort: "-balance" }]) expect(namesFor(blind, address)).toEqual([]);
  const offered = (seen: StaffViewer) => accountColumnsFor(seen).some(({ sort }) => sort === "balance");
  expect([offered(blind), offered(viewer("marta"))]).toEqual([false, true]);
});

test("who owes is read along the index that holds only those; few of them are sought, of one account by its papers", () => {
  for (const size of ["some", "many"] as const) {
    const plan = plansOf(sized(size), { balance: "overdue", sort: "-balance" })[0]!;
    expect(plan).toMatch(/SEARCH account_balances USING COVERING INDEX account_balances_owed_idx \(currency=\? AND balance_minor>\?\)/);
    expect(plan).not.toContain("USE TEMP B-TREE FOR ORDER BY");
    expect(plan).toMatch(/SEARCH documents (EXISTS )?USING INDEX documents_account_idx \(account_id=\? AND kind=\?\)/);
  }
  const [many, list] = plansOf(viewer("marta"), { balance: "overdue" });
  expect(many).toMatch(/^SEARCH documents USING INDEX documents_open_idx \(kind=\? AND due_on<\?\)$/);
  expect(list).toMatch(/SEARCH accounts USING INTEGER PRIMARY KEY/);
  expect(list).toMatch(/SEARCH documents USING INDEX documents_open_idx \(kind=\? AND due_on<\?\)/);
  const [owing] = plansOf(viewer("marta"), { balance: "owed" });
  expect(owing).toBe("SCAN account_balances USING COVERING INDEX account_balances_owed_idx");
});

/** How each question of a list is answered. Over a connection that remembers none. */
function plansOf(seen: StaffViewer, address: object): string[] {
  const client = db.$client;
  const texts: string[] = [];
  const prepare = client.prepare;
  client.prepare = ((text: string) => {
    texts.push(text);
    return prepare.call(client, text);
  }) as typeof prepare;
  namesFor(seen, address, connect(client));
  client.prepare = prepare;
  return [...new Set(texts)].map((text) => {
    const rows = client.prepare(`explain query plan ${text}`).all(
      ...text
        .split("?")
        .slice(1)
        .map(() => null),
    ) as { detail: string }[];
    return rows.map(({ detail }) => detail).join("\n");
  });
}
