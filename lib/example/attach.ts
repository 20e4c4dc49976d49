import { and, desc, eq } from "drizzle-orm";
import { activities, catalogItems, documents } from "@/db/schema";
import type { AttachmentKind } from "@/db/vocabulary";
import { addAttachments, removeAttachment } from "@/lib/attachments/commands";
import { attachmentsOf, findAttachment } from "@/lib/attachments/queries";
import { findRecord } from "@/lib/attachments/records";
import type { Prepared } from "@/lib/files/prepare";
import type { Book } from "./book";
import type { ExampleFiles } from "./files";
import type { Stage } from "./stage";

/** A dozen files where a team would have left them, each in its time; a paper has one once all papers are there. */
export function tellAttachments(stage: Stage, { customers }: Book, files: ExampleFiles) {
  const { front, plan, pallet, papers, purchase, needs } = files;
  const [first, second, third, fourth] = customers;
  const tell = (daysBefore: number, kind: AttachmentKind, find: () => number | null | undefined, added: Prepared[]) =>
    stage.agenda.add(stage.at(daysBefore), (now) => attach(stage, { kind, id: find() }, added, now));
  tell(50, "catalog_item", () => stage.tx.select({ id: catalogItems.id }).from(catalogItems).get()?.id, [pallet]);
  tell(41, "account", () => first!.accountId, [front, papers, needs]);
  tell(33, "account", () => second!.accountId, [front, plan]);
  tell(27, "account", () => third!.accountId, [papers]);
  tell(20, "contact", () => fourth!.contactId, [needs]);
  tell(1, "quote", () => latestOf(stage, "quote", first!.accountId), [plan]);
  tell(1, "order", () => latestOf(stage, "order", second!.accountId), [purchase]);
  // Taken away by mistake, as it happens: it waits in the trash.
  stage.agenda.add(stage.at(12), (now) => takeAway(stage, first!.accountId, papers, now));
  tell(1, "activity", () => visitTo(stage, first!.accountId), [pallet]);
}

function attach(stage: Stage, { kind, id }: { kind: AttachmentKind; id: number | null | undefined }, files: Prepared[], now: number) {
  const record = id === null || id === undefined ? undefined : findRecord(stage.scope, { kind, id });
  if (!record) return;
  const by = stage.by(record.ownerId ?? 1, now);
  stage.tell("attachment.added", addAttachments(stage.tx, record, files, by), by);
}

function takeAway(stage: Stage, accountId: number, { name }: Prepared, now: number) {
  const found = attachmentsOf(stage.scope, { kind: "account", id: accountId }).find((row) => row.name === name);
  const attachment = found && findAttachment(stage.scope, found.id);
  if (!attachment) return;
  const by = stage.by(attachment.record.ownerId ?? 1, now);
  stage.tell("attachment.removed", removeAttachment(stage.tx, attachment, by), by);
}

function latestOf({ tx }: Stage, kind: "quote" | "order", accountId: number): number | undefined {
  const ofKind = and(eq(documents.accountId, accountId), eq(documents.kind, kind));
  return tx.select({ id: documents.id }).from(documents).where(ofKind).orderBy(desc(documents.id)).get()?.id;
}

function visitTo({ tx }: Stage, accountId: number): number | undefined {
  const done = and(eq(activities.accountId, accountId), eq(activities.status, "done"));
  return tx.select({ id: activities.id }).from(activities).where(done).orderBy(desc(activities.id)).get()?.id;
}
