import { eq } from "drizzle-orm";
import { connect, type Handle } from "@/db/open";
import { company } from "@/db/schema";
import { scopeFor } from "@/lib/access/scope";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";
import { findDocument } from "@/lib/documents/queries";
import { sheetOf } from "@/lib/documents/sheet-of";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";

/** Lines that fill twenty pages of an invoice. */
export const longLines = 750;

/** The sheet of an invoice as the worker would draw it. */
export function sheetOfInvoice(handle: Handle, id: number): DocumentSheet {
  const db = connect(handle);
  const { zone, currency } = db.select().from(company).where(eq(company.id, 1)).get()!;
  return runWith({ locale: "es", pack: packs.MX, zone, currency }, () => {
    const document = findDocument(scopeFor({ kind: "system", locale: "es", zone, today: "" }, db), "invoice", id)!;
    return sheetOf({ kind: "invoice", document, customer: document.customerSnapshot!, issuer: document.issuerSnapshot!, logo: null });
  });
}

/** Adds long invoices made of the lines of the short ones, for drawing. Answers their numbers. */
export function addLongInvoices(handle: Handle, count: number): number[] {
  const copied = handle
    .prepare("select name from pragma_table_info('documents') where name not in ('id', 'number', 'label', 'is_frozen')")
    .pluck()
    .all() as string[];
  const lines = handle
    .prepare("select name from pragma_table_info('document_lines') where name not in ('id', 'document_id', 'position')")
    .pluck()
    .all() as string[];
  const document =
    handle.prepare(`insert into documents (number, label, is_frozen, ${copied}) select next, prefix || next, 0, ${copied.map((name) => `d.${name}`)}
    from documents d join series s on s.id = d.series_id where d.id = 1`);
  const fill = handle.prepare(`insert into document_lines (document_id, position, ${lines}) select ?, row_number() over (order by id) - 1, ${lines}
    from document_lines where id <= ${longLines}`);
  const sums = ["gross_minor", "net_minor", "tax_minor", "total_minor"].map(
    (name) => `${name} = (select sum(${name}) from document_lines where document_id = @id)`,
  );
  return handle.transaction(() =>
    Array.from({ length: count }, () => {
      const id = Number(document.run().lastInsertRowid);
      handle.exec("update series set next = next + 1 where kind = 'invoice'");
      fill.run(id);
      handle.prepare(`update documents set ${sums.join(", ")}, is_frozen = 1 where id = @id`).run({ id });
      return id;
    }),
  )();
}
