import type { AttachmentKind } from "@/db/vocabulary";

const pages: Partial<Record<AttachmentKind, string>> = {
  account: "/accounts",
  contact: "/contacts",
  prospect: "/prospects",
  activity: "/activities",
  catalog_item: "/catalog",
  quote: "/quotes",
  order: "/orders",
  invoice: "/invoices",
  receipt: "/receipts",
};

/** The page of the record that a file hangs on, at its files; undefined for what has no page yet. */
export function filesAddress(kind: AttachmentKind, id: number): string | undefined {
  const page = pages[kind];
  return page && `${page}/${id}${kind === "account" ? "?ver=files" : ""}#archivos`;
}

/** So long what was taken away can be put back; then it is thrown out. */
export const daysInTrash = 30;
