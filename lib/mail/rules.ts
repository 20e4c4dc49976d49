import type { DocumentStatus, MailKind } from "@/db/vocabulary";

export type PaperKind = Exclude<MailKind, "account" | "contact">;

/** How a paper has to stand to go out to its customer. A quote that is a draft becomes sent by it. */
const mailableFrom: Record<PaperKind, readonly DocumentStatus[]> = {
  quote: ["draft", "sent", "accepted"],
  order: ["draft", "confirmed"],
  invoice: ["issued"],
  receipt: ["posted"],
};

export function isMailable(kind: PaperKind, { status, isCurrent }: { status: DocumentStatus; isCurrent: boolean }): boolean {
  return isCurrent && mailableFrom[kind].includes(status);
}

export function isPaperKind(kind: string): kind is PaperKind {
  return kind in mailableFrom;
}

/** Where a mail about a record is written. */
export function mailAddress(kind: MailKind, id: number): string {
  return `/mails/new?about=${kind}&id=${id}`;
}
