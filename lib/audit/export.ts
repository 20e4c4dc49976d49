import { setImmediate } from "node:timers/promises";
import { and, desc, eq } from "drizzle-orm";
import { sheetFormats } from "@/db/vocabulary";
import { memberId } from "@/lib/access/member";
import type { Scope } from "@/lib/access/scope";
import { RuleError } from "@/lib/core/errors";
import { fold } from "@/lib/core/text";
import type { Change } from "@/lib/events/record";
import { mimes } from "@/lib/exports/sheet";
import { t } from "@/lib/i18n/words";
import { readAddress, viewAddress } from "@/lib/lists/address";
import { cellKind } from "@/lib/lists/columns";
import { csvChunks, xlsxChunks } from "@/lib/sheets/stream";
import { auditColumns } from "./columns";
import { auditFilters } from "./filters";
import type { AuditExportInput } from "./forms";
import { countAudit, listAudit } from "./list";

/** As many as one file takes: it is written while it is downloaded. */
export const mostExported = 10_000;
const day = 86_400_000;

/** The address as the audit itself would write it. */
export function auditAddress(address: string): string {
  return viewAddress(readAddress(auditFilters, address));
}

/** How many events an address asks for; undefined when they are more than a file takes. */
export function exportable(scope: Scope, address: string): number | undefined {
  const rows = countAudit(scope, readAddress(auditFilters, address), mostExported);
  return rows === undefined || rows > mostExported ? undefined : rows;
}

/** Notes what is taken out; the note itself names what its author may download. Throws when it is more than a file takes. */
export function startAuditExport(scope: Scope, { address, format }: AuditExportInput): Change {
  const asked = auditAddress(address);
  const rows = exportable(scope, asked);
  if (rows === undefined) throw new RuleError("audit.too_many", "", { count: mostExported });
  return { kind: "audit", id: memberId(scope.viewer), before: null, after: { address: asked, format, rows } };
}

type Taken = { address: string; format: (typeof sheetFormats)[number]; at: number; before: number };

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
  if (!found || !format || found.at + day < now) return undefined;
  return { address: String(found.after?.address), format, at: found.at, before: found.id };
}

/** The file, with what had happened when it was asked for. */
export async function auditFile(scope: Scope, { address, format, at, before }: Taken) {
  const chunks: Uint8Array[] = [];
  const header = auditColumns.map(({ label }) => label());
  for await (const chunk of (format === "csv" ? csvChunks : xlsxChunks)(header, batches(scope, address, before), auditColumns.map(cellKind)))
    chunks.push(chunk);
  const name = `${fold(t("settings.audit"))}-${new Date(at).toISOString().slice(0, 10)}.${format}`;
  return { name, mime: mimes[format], body: new Uint8Array(Buffer.concat(chunks)) };
}

const atOnce = 500;

async function* batches(scope: Scope, address: string, before: number): AsyncGenerator<string[][]> {
  for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
    const page = listAudit(scope, auditFilters.parse({ ...Object.fromEntries(new URLSearchParams(address)), cursor }), { size: atOnce });
    yield page.rows.filter(({ id }) => id < before).map((row) => auditColumns.map(({ value }) => value(row) ?? ""));
    cursor = page.next;
    await setImmediate();
  }
}
