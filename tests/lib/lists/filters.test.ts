import { and, eq, type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { accounts, contacts, groupMembers, origins, picklistOptions, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { wholeOf } from "@/lib/access/keyset";
import { scopeFor } from "@/lib/access/scope";
import { accountColumns } from "@/lib/accounts/columns";
import { accountFilters } from "@/lib/accounts/filters";
import { countAccounts, listAccounts } from "@/lib/accounts/list";
import { sumAccounts } from "@/lib/accounts/list-sums";
import { conditions as ofAccounts } from "@/lib/accounts/reading";
import { contactFilters } from "@/lib/contacts/filters";
import { listContacts, conditions as ofContacts } from "@/lib/contacts/list";
import { cursor } from "@/lib/core/cursor";
import { lists } from "@/lib/exports/lists";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { prospectFilters } from "@/lib/prospects/filters";
import { listProspects, conditions as ofProspects } from "@/lib/prospects/queries";
import { now, today, world } from "../../support/world";

const stamps = { createdAt: now, updatedAt: now };

/** Acme bought and also sells, Beta sells, Zeta is a person's, and nobody's but the group's. */
function segmented() {
  const here = world();
  const { db, ids } = here;
  const [industry, interest] = (["industry", "interest_level"] as const).map(
    (list) => db.select({ id: picklistOptions.id }).from(picklistOptions).where(eq(picklistOptions.list, list)).limit(1).get()!.id,
  ) as [number, number];
  write(db, (tx): void => {
    tx.insert(groupMembers).values({ groupId: ids.norte, userId: ids.bruno }).run();
    tx.update(accounts).set({ isSupplier: true, industryId: industry, region: "Nuevo León" }).where(eq(accounts.id, ids.acme)).run();
    tx.update(accounts).set({ isSupplier: true, interestId: interest }).where(eq(accounts.id, ids.beta)).run();
    tx.update(accounts).set({ personType: "individual", ownerId: null, ownerGroupId: ids.sur }).where(eq(accounts.id, ids.zeta)).run();
    tx.run(sql`insert into account_balances (account_id, currency, invoiced_minor, last_purchase_on) values (${ids.acme}, 'MXN', 100, ${today})`);
    const person = (givenName: string, owner: object) => ({ givenName, nameKey: givenName.toLowerCase(), ...owner, ...stamps });
    tx.insert(contacts)
      .values([person("Eva", { ownerGroupId: ids.sur }), person("Omar", { ownerId: ids.ana, originId: 1 })])
      .run();
    const asking = (personName: string, number: number, facts: object) => ({
      number,
      personName,
      nameKey: personName,
      ownerId: ids.ana,
      contactedOn: today,
      ...facts,
      ...stamps,
    });
    tx.insert(prospects)
      .values([asking("Uno", 1, { industryId: industry }), asking("Dos", 2, { region: "Jalisco" })])
      .run();
  });
  return { ...here, industry, interest };
}

const { db, ids, viewer, industry, interest } = segmented();
const scope = scopeFor(viewer("marta"), db);
const accountsBy = (address: Record<string, string>) => listAccounts(scope, accountFilters.parse(address)).rows.map(({ name }) => name);

test("customer, prospect and supplier tell every account apart as its row says", () => {
  expect(accountsBy({ kind: "customer" })).toEqual(["Acme"]);
  expect(accountsBy({ kind: "supplier" })).toEqual(["Acme", "Beta"]);
  expect(accountsBy({ kind: "prospect" })).toEqual(["Zeta"]);
  const kind = accountColumns.find(({ key }) => key === "kind")!;
  const { rows } = listAccounts(scope, accountFilters.parse({}));
  const words = runWith({ locale: "es", pack: packs.MX, zone: "UTC", currency: "MXN" }, () => rows.map((row) => kind.value(row)));
  expect(words).toEqual(["Cliente, Proveedor", "Proveedor", "Prospecto"]);
});

test("whoever does not see what was bought finds nobody by it, neither in the list nor in its count nor in its file", () => {
  const reading = (invoices: "own" | undefined) => ({ accounts: { view: "all", export: "all" }, invoices: { view: invoices } }) as const;
  const blind = scopeFor({ ...viewer("ana"), grants: reading(undefined) }, db);
  const half = scopeFor({ ...viewer("ana"), grants: reading("own") }, db);
  for (const seen of [blind, half]) {
    const found = (kind: string) => [
      listAccounts(seen, accountFilters.parse({ kind })).rows.map(({ name }) => name),
      sumAccounts(seen, accountFilters.parse({ kind })).count,
      lists.accounts.count(seen, `kind=${kind}`, 10),
    ];
    expect(found("prospect")).toEqual([[], 0, 0]);
    expect(found("customer")).toEqual([[], 0, 0]);
    expect(found("supplier")).toEqual([["Acme", "Beta"], 2, 2]);
  }
});

test("accounts are found by group, line of business, interest, state and kind of person, in the list, its sums and its file", () => {
  const cases: [address: string, names: string[]][] = [
    [`owner=g${ids.sur}`, ["Zeta"]],
    [`owner=${ids.ana}`, ["Acme", "Beta"]],
    [`industry=${industry}`, ["Acme"]],
    [`interest=${interest}`, ["Beta"]],
    ["region=nuevo+LEóN", ["Acme"]],
    ["type=individual", ["Zeta"]],
    ["type=company&owner=g0&region=&industry=x", ["Acme", "Beta"]],
  ];
  for (const [address, names] of cases) {
    const asked = Object.fromEntries(new URLSearchParams(address));
    expect(accountsBy(asked), address).toEqual(names);
    const filters = accountFilters.parse(asked);
    const whole = wholeOf(listAccounts(scope, filters), filters);
    expect(sumAccounts(scope, filters).count, address).toBe(names.length);
    expect(sumAccounts(scope, filters, 10, whole), address).toEqual(sumAccounts(scope, filters, 10));
    expect(lists.accounts.count(scope, address, 10), address).toBe(names.length);
  }
  expect(lists.accounts.normal(`owner=g${ids.sur}&region=Jalisco&type=robot`)).toBe(`owner=g${ids.sur}&region=Jalisco&sort=name`);
});

test("what a page has whole is not counted again, and whoever sees few is not asked first for their own", () => {
  const filters = accountFilters.parse({});
  const sight = Object.create(scopeFor(viewer("luis"), db), {
    ownAccounts: {
      get: () => {
        throw new Error("asked for one's own");
      },
    },
  });
  expect(() => countAccounts(Object.create(sight, { viewer: { value: scope.viewer } }), filters)).toThrow("asked for one's own");
  expect(countAccounts(sight, filters)).toBe(listAccounts(sight, filters).rows.length);
  expect([1, 2, 3].map((cap) => countAccounts(scope, filters, cap))).toEqual([2, 3, 3]);
  expect(wholeOf(listAccounts(scope, filters), filters)).toHaveLength(3);
  const first = listAccounts(scope, filters, { size: 2 });
  expect(wholeOf(first, filters)).toBeUndefined();
  const second = { ...filters, cursor: cursor.parse(first.next) };
  expect(wholeOf(listAccounts(scope, second, { size: 2 }), second)).toBeUndefined();
  expect(sumAccounts(scope, filters, 10, [{ id: ids.zeta }]).count).toBe(1);
});

test("contacts are found by group and origin, prospects by line of business, state and when they came", () => {
  const people = (address: object) => listContacts(scope, contactFilters.parse(address)).rows.map(({ givenName }) => givenName);
  expect(people({ owner: `g${ids.sur}` })).toEqual(["Eva"]);
  expect(people({ origin: "1" })).toEqual(["Omar"]);
  const asking = (address: object) => listProspects(scope, prospectFilters.parse(address)).rows.map(({ personName }) => personName);
  expect(asking({ industry: String(industry) })).toEqual(["Uno"]);
  expect(asking({ region: "jalisco", sort: "name" })).toEqual(["Dos"]);
  expect([asking({ from: today, until: today }).length, asking({ until: "2026-08-21" }), asking({ from: "2026-08-23" })]).toEqual([2, [], []]);
});

test("what a list is narrowed to stands in a column of it and of its file", async () => {
  const texts = async (list: "accounts" | "prospects", address: string, keys: string[]) => {
    const rows: string[][] = [];
    for await (const batch of lists[list].texts(scope, address, keys, 10)) rows.push(...batch);
    return rows;
  };
  expect(await texts("accounts", "type=individual", ["name", "person_type"])).toEqual([["Zeta", "Persona"]]);
  expect(await texts("accounts", "type=company&kind=customer", ["name", "person_type"])).toEqual([["Acme", "Empresa"]]);
  const named = (id: number) => db.select().from(picklistOptions).where(eq(picklistOptions.id, id)).get()!.name;
  const reason = db.select().from(picklistOptions).where(eq(picklistOptions.list, "lost_reason")).limit(1).get()!;
  const from = db.select().from(origins).limit(1).get()!;
  write(db, (tx): void => {
    const facts = { subject: "Láminas", originId: from.id, status: "lost" as const, closedAt: now, lostReasonId: reason.id };
    tx.update(prospects).set(facts).where(eq(prospects.number, 1)).run();
  });
  const keys = ["name", "origin", "industry", "subject", "lost_reason"];
  expect(await texts("prospects", "status=lost", keys)).toEqual([["Uno", from.name, named(industry), "Láminas", reason.name]]);
});

/** A filter without an index of its own is asked row by row of the list's order, until the page is full; one with an index seeks. */
test.each([
  ["accounts", { owner: 2, category: 1, industry: 1, interest: 1, origin: 1, tag: 1, region: "Jalisco", type: "individual", kind: "prospect" }],
  ["accounts", { balance: "owed" }],
  ["accounts", { balance: "overdue" }],
  ["contacts", { owner: 2, executive: 2, origin: 1, account: 1, tag: 1 }],
  ["prospects", { owner: 2, status: "lost", industry: 1, channel: 1, origin: 1, region: "Jalisco" }],
] as const)("no filter of %s reads the table outside an index, or sorts what it has not sought", (name, filters) => {
  for (const [filter, value] of [...Object.entries(filters), ...(name === "prospects" ? [] : [["owner", `g${ids.sur}`] as const])]) {
    for (const person of ["marta", "bruno"] as const) {
      const seen = scopeFor(viewer(person), db);
      const relation = seen[name];
      const asked = { [filter]: value };
      const where: (SQL | undefined)[] =
        name === "accounts"
          ? ofAccounts(seen, accountFilters.parse(asked))
          : name === "contacts"
            ? ofContacts(seen, contactFilters.parse(asked))
            : ofProspects(seen, prospectFilters.parse(asked));
      const query = seen
        .select({ id: relation.id })
        .from(relation)
        .where(and(...where))
        .orderBy(relation.nameKey, relation.id)
        .limit(51);
      const plan = db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`).map(({ detail }) => detail);
      const told = `${person} ${filter}=${value}: ${plan.join("; ")}`;
      expect(
        plan.some((step) => /^SCAN (accounts|contacts|prospects)\b(?! USING (COVERING )?INDEX)/.test(step)),
        told,
      ).toBe(false);
      const isSought = plan.some((step) => /^SEARCH/.test(step));
      if (plan.includes("USE TEMP B-TREE FOR ORDER BY")) expect(isSought, told).toBe(true);
    }
  }
});
