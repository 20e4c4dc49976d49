import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "@/db/open";
import { renderSheet } from "@/lib/documents/pdf/render";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";
import { renderInChild } from "@/lib/jobs/render";
import { withCopy } from "./copies";
import { measureDuring } from "./during-pdf";
import { openSessions } from "./members";
import { addLongInvoices, sheetOfInvoice } from "./sheets";
import { figure, median, printTable } from "./table";

const drawings = 5;
const longInvoices = 60;

/** What drawing costs, in the worker's child and in this process, and what pages feel of it. */
export async function measurePdf({ folder }: { folder: string }) {
  await withCopy(folder, async (copy) => {
    const [administrator] = openSessions([copy], "administrator");
    const handle = openDatabase(join(copy, "cartera.sqlite"));
    const ids = addLongInvoices(handle, longInvoices);
    const [short, long] = [1, ids[0]!].map((id) => sheetOfInvoice(handle, id)) as [DocumentSheet, DocumentSheet];
    handle.close();
    const rows = [await drawn("a short invoice", short), await drawn("a long invoice", long)];
    printTable(`PDF, medians of ${drawings}`, ["what", "pages", "KB", "ms in a child", "ms here, first", "ms here"], rows, 1);
    await measureDuring({ folder: copy, cookie: administrator!.cookies[0]!, ids, sheet: long });
  });
}

async function drawn(name: string, sheet: DocumentSheet): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "cartera-pdf-"));
  const limits = { childPath: join("dist", "render-child.mjs"), outPath: join(folder, "sheet.pdf"), timeoutMs: 60_000, maxOldSpaceMb: 512 };
  const inChild: number[] = [];
  const here: number[] = [];
  let bytes: Uint8Array = new Uint8Array();
  for (let count = 0; count < drawings; count += 1) {
    inChild.push(await timed(async () => void (await renderInChild(sheet, limits))));
    here.push(
      await timed(async () => {
        bytes = await renderSheet(sheet);
      }),
    );
  }
  rmSync(folder, { recursive: true });
  const pages =
    Buffer.from(bytes)
      .toString("latin1")
      .match(/\/Type \/Page\b/g)?.length ?? 0;
  return [name, String(pages), figure(bytes.length / 1024), figure(median(inChild), 0), figure(here[0]!, 0), figure(median(here), 0)];
}

async function timed(deed: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await deed();
  return performance.now() - startedAt;
}
