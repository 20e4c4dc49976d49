import { and, eq, gte, inArray, lte, type SQL, sql } from "drizzle-orm";
import { type Signal, signals } from "@/db/vocabulary";
import { keyset, type Page, pageOf, pageSize, type Reading } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { isChosen, isInRegion } from "@/lib/lists/conditions";
import { isFound, isNarrowed } from "@/lib/search/find";
import { creatorOf } from "./creator";
import type { ProspectFilters } from "./filters";
import { shownSignal } from "./filters";
import { nextSubjects } from "./next-subjects";
import { mayShow, nextDayOf, type SignalFacts, signalOf } from "./rules";
import { isOpen, openSignals, placeOf, signalIs, stretches } from "./signals";

export type ProspectRow = ReturnType<typeof dressed>[number];
export type Prospect = NonNullable<ReturnType<typeof findProspect>>;

/** One page of the viewer's prospects: by urgency, or by the column the address names. */
export function listProspects(scope: Scope, filters: ProspectFilters, { size = pageSize, isWhole = false }: Reading = {}): Page<ProspectRow> {
  const page = filters.sort === "urgency" ? byUrgency(scope, filters, size, isWhole) : byColumn(scope, filters, size, isWhole);
  return { ...page, rows: dressed(scope, page.rows) };
}

/** The prospect with what deciding about it takes; undefined when it is not there for this viewer. */
export function findProspect(scope: Scope, id: number | string) {
  const { prospects } = scope;
  const key = Number(id);
  const prospect = Number.isSafeInteger(key) ? scope.select().from(prospects).where(eq(prospects.id, key)).get() : undefined;
  return prospect && { ...signalled(scope, prospect, silenceDays(scope)), principals: scope.principalsOf(prospect.accountId) };
}

/** Whether its last closing was being made a customer, as far as the viewer may read its history. */
export function wasConverted(scope: Scope, { id, status, closedAt }: Pick<Prospect, "id" | "status" | "closedAt">): boolean {
  const { events } = scope;
  if (status !== "converted" || closedAt === null) return false;
  const told = and(eq(events.subjectKind, "prospect"), eq(events.subjectId, id), eq(events.name, "prospect.converted"), eq(events.at, closedAt));
  return scope.select({ id: events.id }).from(events).where(told).get() !== undefined;
}

/** How many match, exact to `cap` and `cap + 1` beyond. */
export function countProspects(scope: Scope, filters: ProspectFilters, cap = 1000, isWhole = false): number {
  const { prospects } = scope;
  const capped = scope
    .select({ id: prospects.id })
    .from(prospects)
    .where(and(shownIs(scope, filters), ...conditions(scope, filters, isWhole)))
    .limit(cap + 1)
    .as("capped");
  return scope.select({ count: sql<number>`count(*)` }).from(capped).get()!.count;
}

/** Folios of the newest quote and order, for linking; nothing of a document the viewer may not see. */
export function foliosOf(scope: Scope, ids: (number | null)[]) {
  const { anyDocuments } = scope;
  const keys = [...new Set(ids.filter((id) => id !== null))];
  const found =
    keys.length === 0 ? [] : scope.select({ id: anyDocuments.id, label: anyDocuments.label }).from(anyDocuments).where(inArray(anyDocuments.id, keys)).all();
  return new Map(found.map(({ id, label }) => [id, label]));
}

function byUrgency(scope: Scope, filters: ProspectFilters, size: number, isWhole: boolean): Page<Bare> {
  const wanted = size + 1;
  const rows: Bare[] = [];
  for (const { signal, where, orderBy } of stretches(scope, filters, signalsShown(filters))) {
    if (rows.length >= wanted) break;
    const found = selected(scope, [signalIs(scope, signal, silenceDays(scope)), where, ...conditions(scope, filters, isWhole)])
      .orderBy(...orderBy)
      .limit(wanted - rows.length)
      .all();
    rows.push(...found.map((row) => ({ ...row, sortValue: placeOf(signal, row) })));
  }
  return pageOf(rows, filters, size);
}

function byColumn(scope: Scope, filters: ProspectFilters, size: number, isWhole: boolean): Page<Bare> {
  const { prospects } = scope;
  const columns = { number: prospects.id, contacted: prospects.contactedOn, name: prospects.nameKey };
  const column = columns[filters.sort.replace("-", "") as keyof typeof columns];
  const { where, orderBy, limit } = keyset(filters, column, prospects.id, size);
  const rows = selected(scope, [shownIs(scope, filters), where, ...conditions(scope, filters, isWhole)], column)
    .orderBy(...orderBy)
    .limit(limit)
    .all();
  return pageOf(rows, filters, size);
}

type Bare = ReturnType<ReturnType<typeof selected>["get"]> & object;

function selected(scope: Scope, where: (SQL | undefined)[], sortValue: { getSQL(): SQL } = sql`''`) {
  const { prospects: p } = scope;
  const { id, number, status, contactedOn, personName, companyName, phone, phoneE164, email, region, internalNote, colorBackground, colorText } = p;
  const { channelId, ownerId, createdBy, workCenterId, nextActionOn, nextActionAtUtc, quotedOn, latestQuoteId, latestOrderId, closedAt, lostReasonId } = p;
  const { subject, industryId, originId, webFormId, campaign, utmSource, utmMedium, utmCampaign } = p;
  return scope
    .select({
      ...{ id, number, status, contactedOn, personName, companyName, phone, phoneE164, email, region, internalNote, colorBackground, colorText },
      ...{ channelId, ownerId, createdBy, workCenterId, nextActionOn, nextActionAtUtc, quotedOn, latestQuoteId, latestOrderId, closedAt, lostReasonId },
      ...{ subject, industryId, originId, webFormId, campaign, utmSource, utmMedium, utmCampaign },
      sortValue: sql<string | number>`${sortValue}`,
    })
    .from(p)
    .where(and(...where))
    .$dynamic();
}

/** What the list shows beside the row itself, asked once for the whole page. */
function dressed(scope: Scope, rows: Bare[]) {
  const folios = foliosOf(
    scope,
    rows.flatMap(({ latestQuoteId, latestOrderId }) => [latestQuoteId, latestOrderId]),
  );
  const next = nextSubjects(
    scope,
    rows.filter(({ nextActionOn }) => nextActionOn !== null).map(({ id }) => id),
  );
  const names = namesOf(scope);
  const silence = silenceDays(scope);
  return rows.map((row) => ({
    ...signalled(scope, row, silence),
    nextSubject: next.get(row.id),
    quote: row.latestQuoteId === null ? undefined : folios.get(row.latestQuoteId),
    order: row.latestOrderId === null ? undefined : folios.get(row.latestOrderId),
    owner: names.users.get(row.ownerId),
    creator: creatorOf(row, names.users),
    webForm: row.webFormId === null ? undefined : names.webForms.get(row.webFormId),
    industry: row.industryId === null ? undefined : names.options.get(row.industryId),
    origin: row.originId === null ? undefined : names.origins.get(row.originId),
    channel: row.channelId === null ? undefined : names.options.get(row.channelId),
    lostReason: row.lostReasonId === null ? undefined : names.options.get(row.lostReasonId),
    workCenter: row.workCenterId === null ? undefined : names.centers.get(row.workCenterId),
  }));
}

/** With its signal, and its next action on the viewer's day. */
function signalled<Row extends SignalFacts & { nextActionAtUtc: number | null }>({ viewer }: Scope, row: Row, silence: number) {
  const facts = { ...row, nextActionOn: nextDayOf(row, viewer.zone) };
  return { ...facts, signal: signalOf(facts, viewer.today, silence) };
}

/** Short lists of the company, whole: cheaper than a join per row. */
export function namesOf(scope: Scope) {
  const { users, origins, picklistOptions, webForms, workCenters } = scope;
  const named = (rows: { id: number; name: string }[]) => new Map(rows.map(({ id, name }) => [id, name]));
  return {
    users: named(scope.select({ id: users.id, name: users.name }).from(users).all()),
    options: named(scope.select({ id: picklistOptions.id, name: picklistOptions.name }).from(picklistOptions).all()),
    origins: named(scope.select({ id: origins.id, name: origins.name }).from(origins).all()),
    webForms: named(scope.select({ id: webForms.id, name: webForms.name }).from(webForms).all()),
    centers: named(scope.select({ id: workCenters.id, name: workCenters.name }).from(workCenters).all()),
  };
}

export function conditions(scope: Scope, filters: ProspectFilters, isWhole = false): (SQL | undefined)[] {
  const { q, status, owner, industry, channel, origin, region, from, until } = filters;
  const { prospects } = scope;
  return [
    q === "" ? undefined : isFound(scope, "prospect", prospects.id, q, { isWhole: isWhole || isNarrowed(filters) }),
    status && eq(prospects.status, status),
    isChosen(prospects.ownerId, owner),
    isChosen(prospects.industryId, industry),
    isChosen(prospects.channelId, channel),
    isChosen(prospects.originId, origin),
    isInRegion(prospects.region, region),
    from === undefined ? undefined : gte(prospects.contactedOn, from),
    until === undefined ? undefined : lte(prospects.contactedOn, until),
  ];
}

export function shownIs(scope: Scope, filters: ProspectFilters): SQL | undefined {
  const shown = shownSignal(filters);
  if (shown === "all") return undefined;
  return shown === "open" ? isOpen(scope) : signalIs(scope, shown, silenceDays(scope));
}

/** Of a status only the signals it may show: no other holds a row of it. */
function signalsShown(filters: ProspectFilters): readonly Signal[] {
  const shown = shownSignal(filters);
  const asked = shown === "all" ? signals : shown === "open" ? openSignals : [shown];
  return asked.filter((signal) => mayShow(signal, filters.status));
}

export function silenceDays(scope: Scope): number {
  const { company } = scope;
  return scope.select({ days: company.quoteSilenceDays }).from(company).get()!.days;
}
