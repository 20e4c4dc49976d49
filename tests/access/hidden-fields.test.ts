import { is, Subquery, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type HideableField, hideableFields, type ListName, listNames } from "@/db/vocabulary";
import { write } from "@/db/write";
import { hiddenAsked, withoutHidden } from "@/lib/access/hidden";
import { type Scope, scopeFor } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { accountChoicesFor } from "@/lib/accounts/choices";
import { auditFilters } from "@/lib/audit/filters";
import { listAudit } from "@/lib/audit/list";
import { catalogChoices } from "@/lib/catalog/queries";
import { contactChoicesFor } from "@/lib/contacts/choices";
import { changesOf } from "@/lib/events/changes";
import { eventsByKey } from "@/lib/events/event-entries";
import { recordEvent } from "@/lib/events/record";
import { lists } from "@/lib/exports/lists";
import { columnsFor } from "@/lib/exports/queries";
import { exportChunks } from "@/lib/exports/sheet";
import { keysOf, shownColumns } from "@/lib/lists/columns";
import { prospectChoicesFor } from "@/lib/prospects/choices";
import { findKeys } from "@/lib/search/find";
import { promise } from "../support/promise";
import { now, world } from "../support/world";
import { matrixWorld } from "./matrix/world";

const canaries: Record<HideableField, string> = { cost: "7391.17", internalNote: "zqnotaoculta" };
const { db, viewer } = planted();

/** Every record there is with a note of its own and every item with a cost, each as it was and as it is now in the log. */
function planted() {
  const matrix = matrixWorld();
  const { db: data, ids } = matrix;
  for (const table of ["accounts", "contacts", "prospects"]) data.run(sql.raw(`update ${table} set internal_note = '${canaries.internalNote}'`));
  data.run(sql.raw(`update documents set internal_note = '${canaries.internalNote}' where is_frozen = 0`));
  data.run(sql.raw(`update catalog_items set cost = '${canaries.cost}'`));
  const marta = world().viewer("marta");
  const seer: StaffViewer = { ...marta, userId: ids.marta };
  write(data, (tx): void => {
    for (const [kind, field] of [
      ["account", "internalNote"],
      ["catalog_item", "cost"],
    ] as const) {
      const id = data.$client.prepare(`select min(id) from ${kind}s`).pluck().get() as number;
      const change = { kind, id, accountId: kind === "account" ? id : null, before: { [field]: null }, after: { [field]: canaries[field] } };
      recordEvent(tx, { viewer: seer, name: `${kind}.edited`, change, at: now });
    }
  });
  return { db: data, viewer: (hidden: HideableField[]): StaffViewer => ({ ...seer, hidden }) };
}

/** Each way out of the product, as text; what is asked for by the field itself is refused instead. */
const channels: Record<string, (scope: Scope, field: HideableField) => string | Promise<string>> = {
  "the relations of the scope": (scope) => JSON.stringify(relationsOf(scope).map((relation) => scope.select().from(relation).all())),
  "the rows of lists": async (scope) => JSON.stringify(await Promise.all(listNames.map((list) => textsOf(scope, list)))),
  files: async (scope) => (await Promise.all(listNames.map((list) => fileOf(scope, list)))).join(),
  "what a record's history tells": (scope) =>
    JSON.stringify([...eventsByKey(scope, eventsIn(scope)).values()].map((event) => changesOf([event], scope.viewer))),
  "the audit": (scope) => JSON.stringify(listAudit(scope, auditFilters.parse({})).rows.map(({ changes }) => changes)),
};

/** What nobody gets there, whether they see the field or not. */
const closed: Record<string, (scope: Scope, field: HideableField) => string> = {
  pickers: (scope) => JSON.stringify(catalogChoices(scope, "")),
  search: (scope, field) =>
    JSON.stringify((["account", "contact", "prospect", "catalog_item"] as const).flatMap((kind) => findKeys(scope, kind, canaries[field], "as_typed"))),
};

test("each hidden field stays out of each way there is out of the product, and is there for who sees it", async () => {
  const wrong: string[] = [];
  let cells = 0;
  for (const field of hideableFields) {
    const [seer, blind] = [scopeFor(viewer([]), db), scopeFor(viewer([field]), db)];
    for (const [name, channel] of Object.entries(channels)) {
      const [shown, kept] = [await channel(seer, field), await channel(blind, field)];
      cells += 1;
      if (kept.includes(canaries[field])) wrong.push(`${name} shows ${field}`);
      if (!shown.includes(canaries[field])) wrong.push(`${name} shows ${field} to nobody`);
    }
    for (const [name, channel] of Object.entries(closed)) {
      cells += 1;
      if ([seer, blind].some((scope) => channel(scope, field).includes(canaries[field]))) wrong.push(`${name} shows ${field}`);
    }
    for (const query of asking(field)) {
      cells += 1;
      if (hiddenAsked(blind.viewer, query) !== field || hiddenAsked(seer.viewer, query) !== undefined) wrong.push(`${JSON.stringify(query)} is answered`);
    }
    for (const list of listNames) {
      const columns = lists[list].columns(seer);
      const keys = columns.filter(({ hides }) => hides === field).map(({ key }) => key);
      const asked = keysOf(columns).join();
      const offered = [...keysOf(shownColumns(columns, blind.viewer, asked, undefined)), ...keysOf(columnsFor(blind, list, `columns=${asked}`))];
      cells += 1;
      if (keys.some((key) => offered.includes(key))) wrong.push(`${list} offers ${field} as a column`);
    }
  }
  const written = { internalNote: "x", name: "x" };
  expect(withoutHidden(viewer(["internalNote"]), written)).toEqual({ name: "x", internalNote: undefined });
  promise("A3", `${cells} cells of hidden field and way out of the product: shown to who sees it, in none of them to who does not`);
  expect(wrong).toEqual([]);
});

test("no form offers the internal note to who does not see it", () => {
  const offered = (hidden: HideableField[]) => {
    const scope = scopeFor(viewer(hidden), db);
    return [accountChoicesFor(scope, true), contactChoicesFor(scope, true), prospectChoicesFor(scope, true)].map(({ hidesNotes }) => !hidesNotes);
  };
  expect([offered([]), offered(["internalNote"]), offered(["cost"])]).toEqual([
    [true, true, true],
    [false, false, false],
    [true, true, true],
  ]);
});

const asking = (field: HideableField) => [{ sort: field }, { sort: `-${field}` }, { sort: ["name", field] }, { [field]: "x" }, { group: field }];

/** But what was kept of each event, which the history and the audit read out themselves. */
function relationsOf(scope: Scope): Scope["accounts"][] {
  const found: Scope["accounts"][] = [];
  for (const name in scope) {
    const relation = (scope as unknown as Record<string, unknown>)[name];
    if (is(relation, Subquery) && name !== "eventPayloads") found.push(relation as unknown as Scope["accounts"]);
  }
  expect(found.length).toBeGreaterThan(50);
  return found;
}

const eventsIn = (scope: Scope) =>
  scope
    .select({ id: scope.events.id })
    .from(scope.events)
    .all()
    .map(({ id }) => id);

async function textsOf(scope: Scope, list: ListName): Promise<string[][]> {
  const rows: string[][] = [];
  const open = columnsFor(scope, list, `columns=${keysOf(lists[list].columns(scope)).join()}`);
  for await (const some of lists[list].texts(scope, "", keysOf(open), 500)) rows.push(...some);
  return rows;
}

async function fileOf(scope: Scope, list: ListName): Promise<string> {
  const columns = [...keysOf(lists[list].columns(scope))];
  const chunks: Uint8Array[] = [];
  for await (const chunk of exportChunks(scope, { list, address: "", columns, format: "csv" })) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
