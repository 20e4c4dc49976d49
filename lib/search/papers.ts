import { sql } from "drizzle-orm";
import { type DocumentKind, documentKinds } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";

type Paper = { id: number; kind: DocumentKind; href: string; label: string; accountId: number; customerName: string };

const folders: Partial<Record<DocumentKind, string>> = { quote: "/quotes", order: "/orders", invoice: "/invoices", receipt: "/receipts" };

/** «COT-12» finds COT-00012 and its versions: prefix and number, zeros do not count; without a prefix, the number in every series. At most `size`,
 *  and `next` where there are more: from there they go on. */
export function papersNumbered(scope: Scope, text: string, size: number, after?: string): { papers: Paper[]; next?: string } {
  const asked = labelParts(text);
  if (!asked) return { papers: [] };
  const found: Paper[] = [];
  for (const paper of everyPaper(scope, asked, placeOf(after))) {
    if (found.push(paper) > size) break;
  }
  const papers = found.slice(0, size);
  const last = papers.at(-1);
  return { papers, next: found.length > size && last ? `${last.kind}-${last.id}` : undefined };
}

type Asked = { prefix: string; number: number };
type Place = { kind: DocumentKind; id: number };

function* everyPaper(scope: Scope, asked: Asked, from: Place | undefined): Generator<Paper, undefined> {
  const kinds = from ? documentKinds.slice(documentKinds.indexOf(from.kind)) : documentKinds;
  for (const kind of kinds) {
    const folder = folders[kind];
    if (folder !== undefined) yield* ofKind(scope, { kind, folder, ...asked }, kind === from?.kind ? from.id : 0);
  }
}

const atOnce = 50;

function* ofKind(scope: Scope, { kind, folder, prefix, number }: Asked & { kind: DocumentKind; folder: string }, after: number): Generator<Paper> {
  const documents = scope.documents(kind);
  const { id, label, accountId, customerName } = documents;
  for (let last = after; ; ) {
    const rows = scope
      .select({ id, label, accountId, customerName })
      .from(documents)
      .where(sql`${documents.number} = ${number} and ${documents.isCurrent} = 1 and ${id} > ${last}`)
      .orderBy(id)
      .limit(atOnce)
      .all();
    for (const row of rows) {
      if (prefix === "" || labelParts(row.label ?? "")?.prefix === prefix) yield { ...row, kind, href: `${folder}/${row.id}`, label: row.label! };
    }
    if (rows.length < atOnce) return;
    last = rows.at(-1)!.id;
  }
}

/** Where a page ended, as the address says it; nonsense is the beginning. */
function placeOf(after: string | undefined): Place | undefined {
  const [kind, id] = after?.split("-") ?? [];
  const known = documentKinds.find((one) => one === kind);
  return known && Number.isSafeInteger(Number(id)) ? { kind: known, id: Number(id) } : undefined;
}

function labelParts(text: string): Asked | undefined {
  const [, prefix, digits] = /^([\p{L}\p{N}\-/.]*?)[-\s]*0*(\d{1,9})(?:\s*r\d+)?$/iu.exec(text.trim()) ?? [];
  return digits === undefined ? undefined : { prefix: prefix!.toUpperCase().replace(/[^\p{L}\p{N}]/gu, ""), number: Number(digits) };
}
