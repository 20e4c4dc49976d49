import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Transaction } from "@/db/open";
import { attachments, files } from "@/db/schema";
import type { AttachmentKind } from "@/db/vocabulary";
import { bait, idOf, type Kind, type RecordRef, setNames, token } from "./facts";

const kinds: Partial<Record<Kind, AttachmentKind>> = {
  ...{ account: "account", contact: "contact", looseContact: "contact", prospect: "prospect", looseProspect: "prospect" },
  ...{ activity: "activity", prospectActivity: "activity", looseActivity: "activity", quote: "quote", sentQuote: "quote" },
  ...{ order: "order", confirmedOrder: "order", invoice: "invoice", issuedInvoice: "invoice", receipt: "receipt" },
};
export const attachable = Object.keys(kinds) as Kind[];
const loose: Kind[] = ["contact", "looseContact", "looseProspect", "prospectActivity", "looseActivity"];
const refs: RecordRef[] = setNames.flatMap((set) => attachable.map((kind) => ({ set, kind })));

/** Two files on every record, with the record's own number, so that who sees the one sees the other; the second is in the trash. */
export function plantAttachments(tx: Transaction) {
  for (const ref of refs) {
    plant(tx, ref, { shift: 0, place: 95, deletedAt: null });
    plant(tx, ref, { shift: trashedShift, place: 94, deletedAt: Date.now() });
  }
}

function plant(tx: Transaction, ref: RecordRef, { shift, place, deletedAt }: { shift: number; place: number; deletedAt: number | null }) {
  const recordId = idOf(ref);
  const { sha256, size } = bytesOf(ref);
  const [id, fileId] = [recordId + shift, recordId + shift + attachedFile];
  tx.insert(files)
    .values({ id: fileId, sha256, size, name: `${bait} ${token(recordId, place)}.txt`, mime: "text/plain", createdAt: 0 })
    .run();
  const accountId = loose.includes(ref.kind) ? null : idOf({ set: ref.set, kind: "account" });
  const row = { id, recordKind: kinds[ref.kind]!, recordId, accountId, fileId, thumbnailId: fileId, bytes: size, createdAt: 0, deletedAt };
  tx.insert(attachments).values(row).run();
}

/** From the number of an attachment to that of the one in the trash beside it. */
export const trashedShift = 500;
/** From the number of an attachment to that of its file. */
export const attachedFile = 200_000;

/** What was planted, on the disk of a server. */
export function writeAttachedBytes(folder: string) {
  for (const ref of refs) {
    const { sha256, bytes } = bytesOf(ref);
    const path = join(folder, "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
  }
}

function bytesOf(ref: RecordRef) {
  const bytes = Buffer.from(`${bait} ${token(idOf(ref), 96)}`);
  return { bytes, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
