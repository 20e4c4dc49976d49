import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { attachments, files } from "@/db/schema";
import { documentKinds } from "@/db/vocabulary";
import { probing, type Viewer } from "../viewer";
import { nothing } from "../visibility";
import { accountsOf, contactsOf } from "./accounts";
import { activitiesOf, prospectsOf } from "./activities";
import { anyDocumentsOf } from "./documents";
import { catalogItemsOf } from "./open";
import { filtered } from "./relation";

/** Files of the records this viewer sees. A customer sees none yet. */
export function attachmentsOf(viewer: Viewer) {
  return filtered(attachments, attachmentIsSeen(viewer, "live"));
}

/** What they name: the file itself, and an image drawn small. */
export function attachedFilesOf(viewer: Viewer) {
  return namedBy(viewer, "live");
}

/** What was taken away from the records this viewer sees, and is still there to be put back. */
export function trashedAttachmentsOf(viewer: Viewer) {
  return filtered(attachments, attachmentIsSeen(viewer, "trashed"));
}

export function trashedFilesOf(viewer: Viewer) {
  return namedBy(viewer, "trashed");
}

type State = "live" | "trashed";

function namedBy(viewer: Viewer, state: State) {
  const named = or(eq(attachments.fileId, files.id), eq(attachments.thumbnailId, files.id));
  return filtered(files, sql`exists (select 1 from ${attachments} where ${named} and ${attachmentIsSeen(viewer, state)})`);
}

function attachmentIsSeen(viewer: Viewer, state: State): SQL {
  if (viewer.kind === "customer") return nothing;
  const near = probing(viewer);
  const of = (kind: "account" | "contact" | "prospect" | "activity" | "catalog_item", relation: Relation) =>
    and(eq(attachments.recordKind, kind), holds(relation))!;
  const isSeen = or(
    of("account", accountsOf(near)),
    of("contact", contactsOf(near)),
    of("prospect", prospectsOf(near)),
    of("activity", activitiesOf(near)),
    of("catalog_item", catalogItemsOf(near)),
    and(inArray(attachments.recordKind, [...documentKinds]), holds(anyDocumentsOf(near))),
  );
  // The plus keeps SQLite from walking all that live, or all that was trashed, instead of those of one record.
  return and(state === "live" ? sql`+${attachments.deletedAt} is null` : sql`+${attachments.deletedAt} is not null`, isSeen)!;
}

type Relation = ReturnType<typeof accountsOf | typeof contactsOf | typeof prospectsOf | typeof activitiesOf | typeof catalogItemsOf | typeof anyDocumentsOf>;

function holds(relation: Relation): SQL {
  return sql`exists (select 1 from ${relation} where ${relation.id} = ${attachments.recordId})`;
}
