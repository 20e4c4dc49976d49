import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, activities, contacts, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { accountChoices } from "@/lib/accounts/queries";
import { contactChoices } from "@/lib/contacts/queries";
import { addDays } from "@/lib/core/dates";
import { prospectChoices } from "@/lib/prospects/choices";
import { debtors } from "@/lib/receipts/choices";
import { searchEverything } from "@/lib/search/everything";
import { issuedInvoice } from "../../support/invoices";
import { now, today, world } from "../../support/world";

const many = 600;
const stamps = { createdAt: now, updatedAt: now };
const { db, ids, viewer } = world();
const scopeOf = () => scopeFor(viewer("marta"), db);

/** Six hundred alike, and behind them the one whose whole name it is. */
const wanted = write(db, (tx) => {
  const add = (name: string, place: number) => {
    const nameKey = name.toLowerCase();
    tx.insert(contacts)
      .values({ givenName: name, nameKey, ownerId: ids.ana, ...stamps })
      .run();
    tx.insert(prospects)
      .values({ number: place, personName: name, nameKey, ownerId: ids.ana, contactedOn: today, ...stamps })
      .run();
    const [startsAt, startsAtUtc] = [`${addDays(today, place)}T10:00`, now + place * 86_400_000];
    tx.insert(activities)
      .values({
        kind: "call",
        status: "planned",
        subject: name,
        startsAt,
        endsAt: startsAt,
        zone: "UTC",
        startsAtUtc,
        endsAtUtc: startsAtUtc,
        ownerId: ids.ana,
        ...stamps,
      })
      .run();
    const row = { name, nameKey, cityKey: "", ownerKey: "", ownerId: ids.ana, ...stamps };
    return tx.insert(accounts).values(row).returning({ id: accounts.id }).get().id;
  };
  for (let place = 1; place <= many; place++) add(`Refacciones ${String(place).padStart(3, "0")}`, place);
  return add("Refacciones", many + 1);
});

test("a picker offers first who is called as it was typed, behind however many", () => {
  const scope = scopeOf();
  for (const choices of [accountChoices, contactChoices, prospectChoices]) {
    const labels = choices(scope, "refacciones").map(({ label }) => label);
    expect(labels.slice(0, 2)).toEqual(["Refacciones", "Refacciones 001"]);
    expect(new Set(labels).size).toBe(10);
  }
});

test("the search shows the latest that was noted, of however much", () => {
  const group = searchEverything(scopeOf(), "refacciones").find(({ group }) => group === "activities");
  expect(group?.hits[0]?.label).toBe("Refacciones");
});

test("who owes is offered behind hundreds of namesakes, and behind somebody who owes hundreds", () => {
  write(db, (tx): void => {
    issuedInvoice(tx, { accountId: wanted, totalMinor: 500, dueOn: addDays(today, 5) });
    for (let place = 0; place < 405; place++) issuedInvoice(tx, { accountId: ids.acme, totalMinor: 100, dueOn: today });
  });
  const named = debtors(scopeOf(), "refacciones");
  expect(named[0]).toMatchObject({ accountId: wanted, oldestDueOn: addDays(today, 5), balances: [{ currency: "MXN", balanceMinor: 500 }] });
  expect(named).toHaveLength(25);
  expect(debtors(scopeOf(), "").map(({ accountId, balances }) => [accountId, balances[0]?.balanceMinor])).toEqual([
    [ids.acme, 40_500],
    [wanted, 500],
  ]);
});

test("who owes and is seen is offered behind however many that are not", () => {
  write(db, (tx): void => {
    const hidden = tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.ownerId, ids.ana)).limit(30).all();
    for (const { id } of hidden) issuedInvoice(tx, { accountId: id, totalMinor: 100, dueOn: addDays(today, -9) });
    issuedInvoice(tx, { accountId: ids.zeta, totalMinor: 700, dueOn: today });
  });
  const grants = { accounts: { view: "own" }, invoices: { view: "all" } } as const;
  const seeing = (person: "luis" | "marta") => scopeFor({ ...viewer(person), isAdmin: false, grants }, db);
  expect(debtors(seeing("luis"), "").map(({ accountId }) => accountId)).toEqual([ids.zeta]);
  expect(debtors(seeing("marta"), "")).toEqual([]);
});

test("looking for who owes walks the index of what is owed", () => {
  const invoices = scopeOf().documents("invoice");
  const query = scopeOf()
    .select({ id: invoices.accountId })
    .from(invoices)
    .where(sql`${invoices.isCurrent} = 1 and ${invoices.balanceMinor} > 0`)
    .orderBy(invoices.dueOn, invoices.id)
    .limit(400);
  const [step] = db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
  expect(step!.detail).toContain("documents_open_idx");
});
