import { and, type SQL, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { activities, groupMembers, prospects } from "@/db/schema";
import { write } from "@/db/write";
import { keyset } from "@/lib/access/keyset";
import { scopeFor } from "@/lib/access/scope";
import type { CircleSize, StaffViewer } from "@/lib/access/viewer";
import { activityFilters } from "@/lib/activities/filters";
import { conditions, countActivitiesBy, listActivitiesBy, seenIn } from "@/lib/activities/list";
import { toInstant } from "@/lib/core/dates";
import { lists } from "@/lib/exports/lists";
import { current, runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { dayOfWork } from "@/lib/today/queries";
import { now, world } from "../../support/world";

const zone = "America/Monterrey";
type Given = { subject: string; owner: "ana" | "luis" | "bruno"; on: string; time?: string } & Partial<typeof activities.$inferInsert>;

/** Ana has one late, one for today, one to come, one done and one cancelled; Luis has one about Zeta and one about Ana's Acme. */
function busy() {
  const here = world();
  const { db, ids } = here;
  const add = ({ owner, on, time, ...given }: Given) => {
    const startsAt = time ? `${on}T${time}` : on;
    const startsAtUtc = toInstant(`${on}T${time ?? "00:00"}`, zone).instant;
    const span = time
      ? { isAllDay: false, endsAt: startsAt, endsAtUtc: startsAtUtc }
      : { isAllDay: true, endsAt: next(on), endsAtUtc: startsAtUtc + 86_400_000 };
    const about = { kind: "call", status: "planned", ownerId: ids[owner], zone, createdAt: now, updatedAt: now } as const;
    return write(
      db,
      (tx) =>
        tx
          .insert(activities)
          .values({ ...about, startsAt, startsAtUtc, ...span, ...given })
          .returning()
          .get().id,
    );
  };
  const prospect = { number: 1, personName: "Rosa", nameKey: "rosa", contactedOn: "2026-08-01", createdAt: now, updatedAt: now };
  write(db, (tx): void => {
    tx.insert(prospects)
      .values({ id: 1, ownerId: ids.ana, ...prospect })
      .run();
    tx.insert(groupMembers).values({ groupId: ids.norte, userId: ids.bruno }).run();
  });
  add({ subject: "Tarde", owner: "ana", on: "2026-08-20", time: "10:00", accountId: ids.acme, notes: "varilla corrugada" });
  add({ subject: "Hoy", owner: "ana", on: "2026-08-22", kind: "visit", prospectId: 1 });
  add({ subject: "Luego", owner: "ana", on: "2026-09-01", time: "09:00", accountId: ids.acme });
  add({ subject: "Hecha", owner: "ana", on: "2026-08-21", time: "09:00", status: "done", doneAt: now, result: "Pidió precio", accountId: ids.acme });
  add({ subject: "Cancelada", owner: "ana", on: "2026-08-19", status: "cancelled" });
  add({ subject: "De Luis", owner: "luis", on: "2026-08-20", accountId: ids.zeta, notes: "varilla lisa" });
  add({ subject: "De Luis en Acme", owner: "luis", on: "2026-08-23", accountId: ids.acme });
  add({ subject: "De Bruno", owner: "bruno", on: "2026-08-18", time: "12:00" });
  return here;
}

const next = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const { db, ids, viewer } = busy();
type Person = "marta" | "bruno" | "ana" | "luis";
const asked = (address: string) => activityFilters.parse(Object.fromEntries(new URLSearchParams(address)));
const found = (person: Person, address: string) => listActivitiesBy(scopeFor(viewer(person), db), asked(address)).rows.map(({ subject }) => subject);

test("it begins with what is one's own to do, the most late first, and whoever asks finds everybody's they may see", () => {
  expect(found("ana", "")).toEqual(["Tarde", "Hoy", "Luego"]);
  expect(found("luis", "")).toEqual(["De Luis", "De Luis en Acme"]);
  expect(found("marta", "")).toEqual([]);
  expect(found("ana", "owner=all")).toEqual(["Tarde", "Hoy", "De Luis en Acme", "Luego"]);
  expect(found("luis", `owner=${ids.ana}&state=all`)).toEqual([]);
  expect(found("ana", `owner=${ids.luis}&state=all`)).toEqual(["De Luis en Acme"]);
  expect(found("marta", "owner=all&state=all")).toHaveLength(8);
  expect(found("marta", `owner=g${ids.norte}`)).toEqual(["De Bruno", "Tarde", "Hoy", "Luego"]);
  expect(found("bruno", `owner=g${ids.sur}`)).toEqual(["De Luis en Acme"]);
});

test("each state, kind and period finds its own, in the list, its count and its file", () => {
  const cases: [address: string, subjects: string[]][] = [
    ["state=overdue", ["Tarde"]],
    ["state=today", ["Hoy"]],
    ["state=done", ["Hecha"]],
    ["state=cancelled", ["Cancelada"]],
    ["state=all", ["Luego", "Hoy", "Hecha", "Tarde", "Cancelada"]],
    ["state=all&sort=when", ["Cancelada", "Tarde", "Hecha", "Hoy", "Luego"]],
    ["kind=visit", ["Hoy"]],
    ["from=2026-08-21&state=all&until=2026-08-22", ["Hoy", "Hecha"]],
    ["until=2026-08-20", ["Tarde"]],
    ["q=varilla", ["Tarde"]],
    ["q=precio&owner=all", ["Hecha"]],
    ["state=nonsense&owner=x&kind=y&from=0000-01-01&until=9999-12-31&sort=w", ["Tarde", "Hoy", "Luego"]],
  ];
  const scope = scopeFor(viewer("ana"), db);
  for (const [address, subjects] of cases) {
    expect(found("ana", address), address).toEqual(subjects);
    expect(countActivitiesBy(scope, asked(address)), address).toBe(subjects.length);
    expect(lists.activities.count(scope, address, 100), address).toBe(subjects.length);
  }
  expect(found("marta", "q=varilla&owner=all")).toEqual(["Tarde", "De Luis"]);
  expect(found("luis", "q=varilla&owner=all")).toEqual(["De Luis"]);
});

test("what is late and what is for today is what the day's work says", () => {
  const day = dayOfWork(scopeFor(viewer("ana"), db), ids.ana);
  expect(day.overdue.rows.map(({ subject }) => subject)).toEqual(found("ana", "state=overdue"));
  expect(day.today.rows.map(({ subject }) => subject)).toEqual(found("ana", "state=today"));
});

test("pages follow one another both ways, and a file says what the columns say, of what one sees", async () => {
  const scope = scopeFor(viewer("marta"), db);
  const whole = found("marta", "owner=all&state=all");
  const pages: string[] = [];
  for (let cursor = ""; ; ) {
    const page = listActivitiesBy(scope, asked(`owner=all&state=all&cursor=${cursor}`), { size: 3 });
    pages.push(...page.rows.map(({ subject }) => subject));
    if (!page.next) break;
    cursor = page.next;
  }
  expect(pages).toEqual(whole);
  const texts = async (person: Person, address: string, keys: string[]) => {
    const rows: string[][] = [];
    const inMexico = { locale: "es", pack: packs.MX, zone, currency: "MXN" } as const;
    await runWith(inMexico, async () => {
      expect(current().zone).toBe(zone);
      for await (const batch of lists.activities.texts(scopeFor(viewer(person), db), address, keys, 2)) rows.push(...batch);
    });
    return rows;
  };
  const keys = ["when", "time", "kind", "subject", "account", "prospect", "state"];
  expect(await texts("ana", "", keys)).toEqual([
    ["2026-08-20", "10:00", "Llamada", "Tarde", "Acme", "", "Vencida"],
    ["2026-08-22", "", "Visita", "Hoy", "", "Rosa", "Hoy"],
    ["2026-09-01", "09:00", "Llamada", "Luego", "Acme", "", "Planeada"],
  ]);
  expect(await texts("ana", "state=done", ["subject", "result", "next", "next_on", "done"])).toEqual([
    ["Hecha", "Pidió precio", "Tarde", "2026-08-20", "2026-08-22"],
  ]);
  expect(await texts("luis", "", ["subject", "account"])).toEqual([
    ["De Luis", "Zeta"],
    ["De Luis en Acme", ""],
  ]);
  expect(lists.activities.normal("owner=all&state=robot&kind=visit")).toBe("owner=all&kind=visit&sort=when");
});

function planOf(scope: ReturnType<typeof scopeFor>, address: string): string {
  const filters = asked(address);
  const seen = seenIn(scope, filters);
  const { where, orderBy, limit } = keyset(filters, seen.activities.startsAtUtc, seen.activities.id);
  const wanted: (SQL | undefined)[] = [where, ...conditions(seen, filters)];
  const query = seen
    .select({ id: seen.activities.id })
    .from(seen.activities)
    .where(and(...wanted))
    .orderBy(...orderBy)
    .limit(limit);
  return db
    .all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`)
    .map(({ detail }) => detail)
    .join("\n");
}

function seeing(size: CircleSize) {
  const ana = viewer("ana");
  const circle = { ...ana.circles.own, size };
  return scopeFor({ ...ana, circles: { own: circle, group: circle, subordinates: circle } } satisfies StaffViewer, db);
}

/** However many there are, a page reads the index of its order from where it begins. */
test.each([
  ["", /^SEARCH activities USING INDEX activities_planned_idx \(owner_id=\?/],
  ["state=overdue", /^SEARCH activities USING INDEX activities_planned_idx \(owner_id=\? AND starts_at_utc<\?\)/],
  ["state=today", /^SEARCH activities USING INDEX activities_planned_idx \(owner_id=\? AND starts_at_utc>\? AND starts_at_utc<\?\)/],
  ["state=done", /^SEARCH activities USING INDEX activities_owner_idx \(owner_id=\?\)/],
  ["state=all", /^SEARCH activities USING INDEX activities_owner_idx \(owner_id=\?\)/],
  ["owner=all", /^SEARCH activities USING INDEX activities_status_idx \(status=\?\)/],
  ["owner=all&state=overdue", /^SEARCH activities USING INDEX activities_status_idx \(status=\? AND starts_at_utc<\?\)/],
  ["owner=all&state=done", /^SEARCH activities USING INDEX activities_status_idx \(status=\?\)/],
  ["owner=all&state=cancelled&kind=call", /^SEARCH activities USING INDEX activities_status_idx \(status=\?\)/],
  ["owner=all&state=all", /^(SCAN|SEARCH) activities USING INDEX activities_range_idx/],
  ["owner=g1", /^SEARCH activities USING INDEX activities_status_idx \(status=\?\)/],
  ["owner=g1&state=all&from=2026-01-01", /^(SCAN|SEARCH) activities USING INDEX activities_range_idx \(starts_at_utc>\?\)/],
])("«%s» walks an index that has its order", (address, index) => {
  for (const scope of [scopeFor(viewer("marta"), db), seeing("some"), seeing("many")]) {
    const plan = planOf(scope, address);
    expect(plan).toMatch(new RegExp(index.source, "m"));
    expect(plan).not.toContain("TEMP B-TREE");
  }
});

test("one's own are sought by their owner, also by who reaches few accounts; everybody's start there from what is reached", () => {
  expect(planOf(seeing("few"), "")).toMatch(/^SEARCH activities USING INDEX activities_planned_idx \(owner_id=\?/m);
  expect(planOf(seeing("few"), "owner=all")).toMatch(/SEARCH account_access USING (PRIMARY KEY|.*INDEX) \(?.*principal=\?/);
});

test("no query by owner, account or prospect is drawn to the index of states", () => {
  for (const column of ["owner_id", "account_id", "contact_id", "prospect_id"]) {
    const query = `explain query plan select id from activities where ${column} = ? and status = 'planned' and deleted_at is null order by starts_at_utc, id`;
    const plan = db.$client.prepare(query).all(1) as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).not.toContain("activities_status_idx");
  }
});
