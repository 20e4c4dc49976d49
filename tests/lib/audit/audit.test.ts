import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { auditColumns } from "@/lib/audit/columns";
import { auditFile, exportable, lastAuditExport, startAuditExport } from "@/lib/audit/export";
import { auditFilters } from "@/lib/audit/filters";
import { listAudit } from "@/lib/audit/list";
import { canAudit } from "@/lib/audit/policy";
import { boundsOf, mostLooked } from "@/lib/audit/walk";
import { recordEvent } from "@/lib/events/record";
import { now, world } from "../../support/world";

const day = 86_400_000;
type World = ReturnType<typeof world>;
type Said = { by?: "ana" | "luis" | "marta"; name?: string; kind?: string; id?: number; accountId?: number; daysAgo?: number; before?: object; after?: object };

function tell({ db, viewer }: World, ...deeds: Said[]) {
  return write(db, (tx) =>
    deeds.map(({ by = "ana", name = "account.edited", kind = "account", id = 1, accountId, daysAgo = 0, before = {}, after = {} }) =>
      recordEvent(tx, { viewer: viewer(by), name, change: { kind, id, accountId, before: { ...before }, after: { ...after } }, at: now - daysAgo * day }),
    ),
  );
}

const scopeOf = ({ db, viewer }: World, who: "marta" | "ana" = "marta") => scopeFor(viewer(who), db);
const idsOf = (here: World, address: object = {}) => listAudit(scopeOf(here), auditFilters.parse(address)).rows.map(({ id }) => id);

test("the log is told whole, the latest first, by who, what, which record and when, from either end", () => {
  const here = world();
  const { ids } = here;
  const [old, luis, user, acme] = tell(
    here,
    { daysAgo: 40, id: ids.beta, accountId: ids.beta },
    { by: "luis", daysAgo: 3, id: ids.zeta, accountId: ids.zeta },
    { by: "marta", name: "user.edited", kind: "user", id: ids.ana, daysAgo: 2 },
    { daysAgo: 1, id: ids.acme, accountId: ids.acme },
  ) as [number, number, number, number];
  expect(idsOf(here).slice(0, 4)).toEqual([acme, user, luis, old]);
  expect(idsOf(here, { who: String(ids.luis) })).toEqual([luis]);
  expect(idsOf(here, { who: "portal" })).toEqual([]);
  expect(idsOf(here, { kind: "user" })).toEqual([user]);
  expect(idsOf(here, { event: "user.edited" })).toEqual([user]);
  expect(idsOf(here, { kind: "account", id: String(ids.acme) })).toContain(acme);
  expect(idsOf(here, { account: String(ids.zeta) })).toContain(luis);
  expect(idsOf(here, { from: "2026-08-18", until: "2026-08-20" })).toEqual([user, luis]);
  expect(idsOf(here, { who: "nadie", kind: "x", event: "x", from: "ayer" })).toEqual(idsOf(here));

  const filters = { kind: "account" };
  const first = listAudit(scopeOf(here), auditFilters.parse(filters), { size: 2 });
  const second = listAudit(scopeOf(here), auditFilters.parse({ ...filters, cursor: first.next }), { size: 2 });
  const back = listAudit(scopeOf(here), auditFilters.parse({ ...filters, cursor: second.previous }), { size: 2 });
  expect([...first.rows, ...second.rows].map(({ id }) => id).slice(0, 3)).toEqual([acme, luis, old]);
  expect(back.rows).toEqual(first.rows);
});

test("each tells what it was about, with a link while that stands, and every field it changed", () => {
  const here = world();
  const { ids, db } = here;
  tell(
    here,
    {
      id: ids.acme,
      accountId: ids.acme,
      before: { name: "Acme", ownerId: ids.ana, nameKey: "a" },
      after: { name: "Acme SA", ownerId: ids.luis, nameKey: "b" },
    },
    { name: "user.edited", kind: "user", id: ids.luis, before: { name: "Luis", profileIds: [1], odd: 1 }, after: { name: "Luis M", profileIds: [2], odd: 2 } },
    { name: "profile.edited", kind: "profile", id: 1, before: { "accounts.view": "own" }, after: { "accounts.view": "all" } },
    { name: "role.removed", kind: "role", id: 999, before: { name: "Ventas" } },
  );
  const [role, profile, user, account] = listAudit(scopeOf(here), auditFilters.parse({}), { size: 4 }).rows;
  const texts = (row: typeof role) => row!.changes.map(({ text }) => text);
  expect(account!.record).toEqual({ label: "Acme", href: `/accounts/${ids.acme}` });
  expect(texts(account)).toEqual(["Nombre: antes «Acme», ahora «Acme SA»", "Responsable: antes «Ana», ahora «Luis»"]);
  expect(user!.record).toEqual({ label: "Luis", href: `/settings/users/${ids.luis}` });
  expect(texts(user)).toContain("Otros datos: odd");
  expect(texts(user).join()).toMatch(/Perfiles: se agregó .+; se quitó /);
  expect(texts(profile)).toEqual(["Cuentas · ver: antes «Lo propio», ahora «Todo»"]);
  expect(role!.record).toEqual({ label: "Ventas", href: undefined });
  db.$client.exec(`update accounts set deleted_at = 1 where id = ${ids.acme}`);
  const [again] = listAudit(scopeOf(here), auditFilters.parse({ kind: "account", id: String(ids.acme) })).rows;
  expect(again!.record).toEqual({ label: "Acme SA", href: undefined });
});

test("whatever was changed behind Cartera is pointed at, the event and the one that followed it", () => {
  const here = world();
  const [, second, third] = tell(here, {}, { after: { name: "x" } }, {}, {}) as number[];
  const broken = () => listAudit(scopeOf(here), auditFilters.parse({})).rows.flatMap(({ id, isWhole }) => (isWhole ? [] : [id]));
  expect(broken()).toEqual([]);
  here.db.$client.exec(`drop trigger event_payloads_not_changed; update event_payloads set after = '{"name":"y"}' where event_id = ${second}`);
  expect(broken()).toEqual([second]);
  here.db.$client.exec(`drop trigger events_not_changed; update events set hash = 'x' where id = ${second}`);
  expect(broken()).toEqual([third, second]);
});

test("only who administers audits, and a log of others' events stays closed to them", () => {
  const here = world();
  tell(here, { id: here.ids.zeta, accountId: here.ids.zeta, by: "luis" });
  expect(canAudit(here.viewer("marta"))).toBe(true);
  for (const name of ["bruno", "ana", "luis", "clara", "rita"] as const) expect(canAudit(here.viewer(name))).toBe(false);
  expect(listAudit(scopeOf(here, "ana"), auditFilters.parse({})).rows.filter(({ subjectId }) => subjectId === here.ids.zeta)).toEqual([]);
});

test("a file holds what the page showed when it was asked for, is noted, and is its author's alone", async () => {
  const here = world();
  const { db, ids, viewer } = here;
  tell(here, { id: ids.acme, accountId: ids.acme, after: { name: "=1+1" }, before: { name: "Acme" } }, { by: "luis" });
  const scope = scopeOf(here);
  expect(exportable(scope, `who=${ids.ana}`)).toBe(1);
  write(db, (tx) =>
    recordEvent(tx, {
      viewer: viewer("marta"),
      name: "audit.exported",
      change: startAuditExport(tx, scope, { address: `who=${ids.ana}&x=1`, format: "csv" }, now),
      at: now,
    }),
  );
  tell(here, { id: ids.beta });
  const taken = lastAuditExport(scope, now)!;
  expect(taken.address).toBe(`who=${ids.ana}&sort=-id`);
  const lines = Buffer.from((await auditFile(scope, taken)).body)
    .toString()
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]!.split(",")).toHaveLength(auditColumns.length);
  expect(lines[1]).toContain("Acme");
  expect(lastAuditExport(scope, now + day + 1)).toBeUndefined();
  expect(lastAuditExport(scopeFor({ ...viewer("ana"), isAdmin: true }, db), now)).toBeUndefined();
  expect(
    Buffer.from((await auditFile(scope, { ...taken, format: "xlsx" })).body)
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
});

test("in a long log a period is found by halving, and what hardly anything fits is looked for in stretches", () => {
  const here = world();
  const { db } = here;
  const first = db.$client.prepare("select max(id) from events").pluck().get() as number | null;
  const length = mostLooked * 3;
  const start = now - 300 * day;
  db.$client.exec(`insert into events (id, at, actor_kind, actor_id, name, subject_kind, subject_id, source, payload_sha256, previous_hash, hash)
    with recursive n (i) as (select 1 union all select i + 1 from n where i < ${length})
    select ${(first ?? 0) + 1_000} + i, ${start} + i * ${Math.floor((300 * day) / length)}, 'staff', iif(i = 10, 77, 1), iif(i % 50000 = 7, 'user.edited', 'account.edited'),
      iif(i % 50000 = 7, 'user', 'account'), 1, 'web', 'x', 'x', 'x' from n`);
  const scope = scopeOf(here);
  const middle = start + 150 * day;
  const { first: from, last } = boundsOf(scope, middle, middle + day);
  expect(last - from).toBeLessThan((length / 300) * 6);
  const period = listAudit(scope, auditFilters.parse({ from: "2026-03-25", until: "2026-03-25" }));
  expect(period.isCut).toBe(false);
  expect(period.rows).toHaveLength(50);
  expect(new Set(period.rows.map(({ at }) => new Date(at - 6 * 3_600_000).toISOString().slice(0, 10)))).toEqual(new Set(["2026-03-25"]));

  const filters = { who: "77" };
  const pages = [listAudit(scope, auditFilters.parse(filters))];
  for (let next = pages[0]!.next; next && pages.length < 9; next = pages.at(-1)!.next)
    pages.push(listAudit(scope, auditFilters.parse({ ...filters, cursor: next })));
  expect(pages[0]!.isCut).toBe(true);
  expect(pages.flatMap(({ rows }) => rows)).toHaveLength(1);
  expect(pages.at(-1)!.isCut).toBe(false);
  expect(exportable(scope, "who=77")).toBeUndefined();
  expect(idsOf(here, { kind: "user" })).toHaveLength(3);
});

test("every look goes along a key: the log's own, a record's or an account's", () => {
  const here = world();
  const plans: string[] = [];
  const asked: string[] = [];
  const { prepare } = here.db.$client;
  here.db.$client.prepare = ((text: string) => {
    asked.push(text);
    return prepare.call(here.db.$client, text);
  }) as typeof prepare;
  for (const address of [
    {},
    { who: "1" },
    { event: "a.b" },
    { kind: "account" },
    { kind: "account", id: "1" },
    { account: "1" },
    { from: "2026-01-01", until: "2026-02-01" },
  ])
    listAudit(scopeOf(here), auditFilters.parse(address));
  here.db.$client.prepare = prepare;
  const looks = asked.filter((text) => /from \(select .* from "events"/.test(text));
  for (const text of looks) {
    const values = Array.from({ length: text.split("?").length - 1 }, () => 1);
    const rows = here.db.$client.prepare(`explain query plan ${text}`).all(...(values as never[])) as { detail: string }[];
    plans.push(...rows.map(({ detail }) => detail).filter((detail) => /events|TEMP/.test(detail)));
  }
  expect(looks.length).toBeGreaterThan(7);
  expect(plans.filter((plan) => !/^SEARCH (events|event_payloads)|^SCAN events$/.test(plan))).toEqual([]);
});
