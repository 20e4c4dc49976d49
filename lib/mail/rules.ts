import type { DocumentStatus, MailKind, MailState, MailTopic } from "@/db/vocabulary";

export type PaperKind = Exclude<MailKind, "account" | "contact" | "prospect">;

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

/** Whether a person may send it again: it did not leave, may not have arrived, or did not reach all it was meant for. */
export function mayGoAgain({ state, recipients }: { state: MailState; recipients: { refusal: string | null }[] }): boolean {
  if (state === "sent") return recipients.some(({ refusal }) => refusal !== null);
  return state === "failed" || state === "possibly_sent";
}

const pages: Partial<Record<MailTopic, string>> = {
  account: "/accounts",
  contact: "/contacts",
  prospect: "/prospects",
  activity: "/activities",
  quote: "/quotes",
  order: "/orders",
  invoice: "/invoices",
  receipt: "/receipts",
};

/** The page of what a mail is about; undefined for what has none. */
export function aboutAddress(kind: MailTopic, id: number): string | undefined {
  const page = pages[kind];
  return page && `${page}/${id}`;
}

/** Where a mail about a record is written. */
export function mailAddress(kind: string, id: number): string {
  return `/mails/new?about=${kind}&id=${id}`;
}
