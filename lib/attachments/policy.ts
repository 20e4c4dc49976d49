import type { AttachmentKind, Module } from "@/db/vocabulary";
import { grants } from "@/lib/access/permissions";
import { moduleOfKind } from "@/lib/access/relations/documents";
import type { Owned, Viewer } from "@/lib/access/viewer";

/** Who edits a record says what hangs on it; the catalog belongs to nobody. */
export function canAttach(viewer: Viewer, record: Owned & { kind: AttachmentKind }) {
  return grants(viewer, moduleOfRecord[record.kind], "edit", record.kind === "catalog_item" ? undefined : record);
}

const moduleOfRecord: Record<AttachmentKind, Module> = {
  account: "accounts",
  contact: "contacts",
  prospect: "prospects",
  activity: "activities",
  catalog_item: "catalog",
  ...moduleOfKind,
};
