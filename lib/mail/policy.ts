import { type MailKind, type MailTopic, type Module, mailKinds } from "@/db/vocabulary";
import { grants, isOff } from "@/lib/access/permissions";
import type { Owned, Viewer } from "@/lib/access/viewer";
import { mayAdminister } from "@/lib/users/policy";

/** The module whose grants rule writing about a record. */
const modules: Record<MailKind, Module> = {
  account: "accounts",
  contact: "contacts",
  prospect: "prospects",
  quote: "quotes",
  order: "orders",
  invoice: "invoices",
  receipt: "receipts",
};

/** What a mail can be written from, of what the company uses. */
export function mailKindsFor(viewer: Viewer): MailKind[] {
  return mailKinds.filter((kind) => !isOff(viewer, modules[kind]));
}

/** The modules of whose records the log of mails tells. */
export const mailedModules: readonly Module[] = [...Object.values(modules), "activities"];

export function canMail(viewer: Viewer, { kind, record }: { kind: MailKind; record: Owned }): boolean {
  return grants(viewer, modules[kind], "send", record);
}

/** What the program writes by itself is sent again by whoever configures it. */
export function canRetryMail(viewer: Viewer, { aboutKind, record }: { aboutKind: MailTopic; record: Owned | undefined }): boolean {
  if (aboutKind in modules) return record !== undefined && canMail(viewer, { kind: aboutKind as MailKind, record });
  return grants(viewer, "settings", "configure");
}

export function canConfigureMail(viewer: Viewer): boolean {
  return grants(viewer, "settings", "configure");
}

/** Links to choose a password go through it: whoever could set another would read them, and come in as anybody. */
export function canSetMailServer(viewer: Viewer): boolean {
  return canConfigureMail(viewer) && mayAdminister(viewer);
}
