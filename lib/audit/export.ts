import { setImmediate } from "node:timers/promises";
import { and, desc, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { sheetFormats } from "@/db/vocabulary";
import { memberId } from "@/lib/access/member";
import type { Scope } from "@/lib/access/scope";
import { fold } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import { mimes } from "@/lib/exports/sheet";
import { t } from "@/lib/i18n/words";
import { enqueue } from "@/lib/jobs/enqueue";
import { readAddress, viewAddress } from "@/lib/lists/address";
import { cellKind } from "@/lib/lists/columns";
import { csvChunks, xlsxChunks } from "@/lib/sheets/stream";
import { auditColumns } from "./columns";
import { auditFilters } from "./filters";
import type { AuditExportInput } from "./forms";
import { countAudit, listAudit } from "./list";

/** Up to so many events a file is written while it is downloaded; more are left for the worker. */
export const largestAtOnce = 10_000;
/** As long as what was taken out may be downloaded. */
export const kept = 86_400_000;
export const writeKind = "audit.write";

/** The address as the audit itself would write it. */
export function auditAddress(address: string): string {
  return viewAddress(readAddress(auditFilters, address));
}

/** How many events an address asks for; undefined when they are more than are written at once. */
export function exportable(scope: Scope, address: string): number | undefined {
  const rows = countAudit(scope, readAddress(auditFilters, address), largestAtOnce);
  return rows === undefined || rows > largestAtOnce ? undefined : rows;
}

/** Notes what is taken out; the note itself names what its author may download. A long file is left for the worker. `now` in UTC milliseconds. */
export function startAuditExport(tx: Transaction, scope: Scope, { address, format }: AuditExportInput, now: number): Change {
  const id = memberId(scope.viewer);
  const asked = auditAddress(address);
  const rows = exportable(scope, asked);
  if (rows !== undefined) return { kind: "audit", id, before: null, after: { address: asked, format, rows } };
  const job = enqueue(tx, writeKind, { userId: id, address: asked, format, before: nextId(scope) }, { now });
  return { kind: "audit", id, before: null, after: { address: asked, format, rows: null, job } };
}

function nextId({ select, events }: Scope): number {
  return (select({ id: events.id }).from(events).orderBy(desc(events.id)).limit(1).get()?.id ?? 0) + 1;
}

type Format = (typeof sheetFormats)[number];
type Taken = { address: string; format: Format; at: number; before: number; job?: number };

/** What the viewer last took out, for a day. */
export function lastAuditExport(scope: Scope, now: number): Taken | undefined {
  const { events, eventPayloads, viewer } = scope;
  const own = and(eq(events.subjectKind, "audit"), eq(events.subjectId, memberId(viewer)));
  const found = scope
    .select({ id: events.id, at: events.at, after: eventPayloads.after })
    .from(events)
    .innerJoin(eventPayloads, eq(eventPayloads.eventId, events.id))
    .where(own)
    .orderBy(desc(events.id))
    .limit(1)
    .get();
  const format = sheetFormats.find((one) => one === found?.after?.format);
  if (!found || !format || found.at + kept < now) return undefined;
  const job = typeof found.after?.job === "number" ? found.after.job : undefined;
  return { address: String(found.after?.address), format, at: found.at, before: found.id, ...(job !== undefined && { job }) };
}

/** The file, with what had happened when it was asked for. */
export async function auditFile(scope: Scope, taken: Taken) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of auditChunks(scope, taken)) chunks.push(chunk);
  return { name: auditFileName(taken), mime: mimes[taken.format], body: new Uint8Array(Buffer.concat(chunks)) };
}

type Wanted = Pick<Taken, "address" | "format" | "before">;

/** The file of the log piece by piece, with what happened before the event numbered `before`. `count` is told the rows of each batch. */
export function auditChunks(scope: Scope, { address, format, before }: Wanted, count: (rows: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  const header = auditColumns.map(({ label }) => label());
  return (format === "csv" ? csvChunks : xlsxChunks)(header, batches(scope, address, before, count), auditColumns.map(cellKind));
}

export function auditFileName({ format, at }: Pick<Taken, "format" | "at">): string {
  return `${fold(t("settings.audit"))}-${new Date(at).toISOString().slice(0, 10)}.${format}`;
}

const atOnce = 500;

async function* batches(scope: Scope, address: string, before: number, count: (rows: number) => void): AsyncGenerator<string[][]> {
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = listAudit(scope, auditFilters.parse({ ...Object.fromEntries(new URLSearchParams(address)), cursor }), { size: atOnce });
    const rows = page.rows.filter(({ id }) => id < before);
    count(rows.length);
    yield rows.map((row) => auditColumns.map(({ value }) => value(row) ?? ""));
    cursor = page.next;
    await setImmediate();
  }
}
