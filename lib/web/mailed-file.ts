import type { Scope } from "@/lib/access/scope";
import { isSalesKind } from "@/lib/documents/kinds";
import { findMailed } from "@/lib/mail/queries";
import { documentPdf } from "./document-pdf";
import { missing } from "./page";

/** What went along with a mail: the very bytes that were kept with it, else the PDF that its paper has now. */
export function mailedFile(scope: Scope, id: string | undefined): ReturnType<typeof documentPdf> {
  const found = findMailed(scope, id ?? "");
  if (found?.file) return Promise.resolve({ ...found.file, name: found.name ?? found.file.name });
  if (!found?.documentKind || !isSalesKind(found.documentKind)) return Promise.resolve(missing);
  return documentPdf(scope, String(found.documentId), found.documentKind);
}
