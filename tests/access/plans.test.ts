import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { scopeFor } from "@/lib/access/scope";
import { type CircleSize, probing, type StaffViewer } from "@/lib/access/viewer";
import { accountFilters } from "@/lib/accounts/filters";
import { readBy } from "@/lib/accounts/reading";
import { world } from "../support/world";

const { db, viewer } = world();
type Query = { toSQL(): { sql: string; params: unknown[] } };

function planOf(query: Query): string {
  const { sql: text, params } = query.toSQL();
  const rows = db.$client.prepare(`explain query plan ${text}`).all(...(params as never[])) as { detail: string }[];
  return rows.map(({ detail }) => detail).join("\n");
}

function seeing(size: CircleSize, others: CircleSize = "many") {
  const ana = viewer("ana");
  const circle = { ...ana.circles.own, size, others };
  return scopeFor({ ...ana, circles: { own: circle, group: circle, subordinates: circle } } satisfies StaffViewer, db);
}

/** First page of each list in its default order, as its page asks for it. */
const lists = {
  accounts: ({ accounts, select }: ReturnType<typeof seeing>) => select({ id: accounts.id }).from(accounts).orderBy(accounts.nameKey, accounts.id).limit(51),
  contacts: ({ contacts, select }: ReturnType<typeof seeing>) => select({ id: contacts.id }).from(contacts).orderBy(contacts.nameKey, contacts.id).limit(51),
  prospects: ({ prospects, select }: ReturnType<typeof seeing>) =>
    select({ id: prospects.id }).from(prospects).orderBy(prospects.contactedOn, prospects.id).limit(51),
  invoices: (scope: ReturnType<typeof seeing>) => {
    const invoices = scope.documents("invoice");
    return scope.select({ id: invoices.id }).from(invoices).where(sql`is_current = 1`).orderBy(invoices.issuedOn, invoices.id).limit(51);
  },
};

test.each(Object.entries(lists))("few visible: %s start from what is reached and sort", (_name, list) => {
  const plan = planOf(list(seeing("few")));
  expect(plan).toMatch(/SEARCH account_access USING (PRIMARY KEY|.*INDEX) \(?.*principal=\?/);
  expect(plan).toMatch(/USING INTEGER PRIMARY KEY \(rowid=\?\)/);
  expect(plan).toContain("USE TEMP B-TREE FOR ORDER BY");
});

test.each(Object.entries(lists))("many visible: %s walk their own index and probe", (_name, list) => {
  const plan = planOf(list(seeing("many")));
  expect(plan).toMatch(/^(SCAN|SEARCH) (accounts|contacts|prospects|documents) USING INDEX \w+_(name|list)_idx/m);
  expect(plan).toMatch(/account_access (EXISTS )?USING COVERING INDEX account_access_account_idx \(account_id=\?\)/);
  expect(plan).not.toContain("USE TEMP B-TREE FOR ORDER BY");
});

test.each(["accounts", "invoices"] as const)("some visible: %s walk their own index beside a set gathered once", (name) => {
  const plan = planOf(lists[name](seeing("some")));
  expect(plan).toMatch(/^(SCAN|SEARCH) (accounts|documents) USING INDEX \w+_(name|list)_idx/m);
  expect(plan).toMatch(/LIST SUBQUERY \d+\s+SEARCH account_access USING PRIMARY KEY \(principal=\?\)/);
  expect(plan).not.toMatch(/CORRELATED|EXISTS|USE TEMP B-TREE FOR ORDER BY/);
});

test("many of one's own beside few others: accounts walk their owner's index in the order of names, and none is probed", () => {
  const scope = seeing("many", "few");
  const { where } = readBy(scope, accountFilters.parse({}), {});
  const plan = planOf(scope.select({ id: scope.accounts.id }).from(scope.accounts).where(where));
  const [standing] = plan.split("MERGE (UNION)").slice(1);
  expect(standing).toMatch(/^\s+LEFT\s+SEARCH accounts USING COVERING INDEX accounts_owner_idx \(owner_id=\? AND deleted_at=\?\)\s+RIGHT/);
  expect(standing).toMatch(/SEARCH account_access USING PRIMARY KEY \(principal=\?\)/);
});

test("a record's own page probes, however many are reached", () => {
  const ana = viewer("ana");
  for (const size of ["few", "some"] as const) {
    const circle = { ...ana.circles.own, size };
    const { accounts, select } = scopeFor(probing({ ...ana, circles: { own: circle, group: circle, subordinates: circle } }), db);
    const plan = planOf(select({ id: accounts.id }).from(accounts).where(sql`${accounts.id} = 1`));
    expect(plan).toMatch(/^SEARCH accounts USING INTEGER PRIMARY KEY/m);
    expect(plan).toMatch(/account_access (EXISTS )?USING COVERING INDEX account_access_account_idx \(account_id=\?\)/);
  }
});

test.each(Object.entries(lists))("an administrator's %s are the bare index", (_name, list) => {
  const plan = planOf(list(scopeFor(viewer("marta"), db)));
  expect(plan).not.toContain("account_access");
  expect(plan).not.toContain("TEMP B-TREE");
});

test("whether there are too many to add up is told by an index that knows the answer", () => {
  const own = ({ ownDocuments, select }: ReturnType<typeof seeing>, condition: string) => {
    const invoices = ownDocuments("invoice");
    const conditions = { all: sql`${invoices.isCurrent} = 1`, open: sql`${invoices.isCurrent} = 1 and ${invoices.balanceMinor} > 0` };
    return select({ one: sql`1` })
      .from(invoices)
      .where(conditions[condition as "all"])
      .limit(1)
      .offset(5000);
  };
  const marta = scopeFor(viewer("marta"), db);
  expect(planOf(own(marta, "all"))).toMatch(/^SEARCH documents USING INDEX documents_(status|list)_idx \(kind=\?\)$/);
  expect(planOf(own(marta, "open"))).toBe("SEARCH documents USING INDEX documents_open_idx (kind=?)");
  expect(planOf(own(seeing("many"), "all"))).toBe("SEARCH documents USING INDEX documents_owner_list_idx (kind=? AND owner_id=?)");
  expect(planOf(own(seeing("many"), "open"))).toBe("SEARCH documents USING INDEX documents_owner_open_idx (kind=? AND owner_id=?)");
});

test.each(["few", "some", "many"] as const)("files are sought by their record or their account, and never all that live are walked (%s visible)", (size) => {
  const { attachments, attachedFiles, trashedAttachments, select } = seeing(size);
  const ofRecord = sql`${attachments.recordKind} = 'quote' and ${attachments.recordId} = 1`;
  const plan = planOf(
    select({ id: attachments.id, name: attachedFiles.name })
      .from(attachments)
      .innerJoin(attachedFiles, sql`${attachedFiles.id} = ${attachments.fileId}`)
      .where(ofRecord),
  );
  expect(plan).toMatch(/^SEARCH attachments USING INDEX attachments_record_idx \(record_kind=\? AND record_id=\?\)/);
  expect(plan).toContain("attachments_file_idx (file_id=?)");
  expect(planOf(select({ id: attachments.id }).from(attachments).where(sql`${attachments.accountId} = 1`))).toMatch(
    /^SEARCH attachments USING INDEX attachments_account_idx \(account_id=\?\)/,
  );
  const trashed = planOf(select({ id: trashedAttachments.id }).from(trashedAttachments).where(ofRecord));
  expect(trashed).toMatch(/^SEARCH attachments USING INDEX attachments_record_idx \(record_kind=\? AND record_id=\?\)/);
  expect(plan + trashed).not.toContain("attachments_room_idx");
});

test("the trash of each kind is walked from its last, by whoever sees all and by whoever sees some", () => {
  for (const scope of [scopeFor(viewer("marta"), db), seeing("few"), seeing("some"), seeing("many")]) {
    const { trashedAccounts, trashedContacts, trashedProspects, trashedActivities, select } = scope;
    for (const trashed of [trashedAccounts, trashedContacts, trashedProspects, trashedActivities] as (typeof trashedAccounts)[]) {
      const plan = planOf(select({ id: trashed.id }).from(trashed).orderBy(sql`${trashed.deletedAt} desc`, sql`${trashed.id} * 4 desc`).limit(51));
      expect(plan).toMatch(/^(SEARCH|SCAN) \w+ USING (COVERING )?INDEX \w+_trash_idx/);
    }
  }
});
