import type * as es from "../es/trash";
import type { Same } from "./same";

export const trash = {
  title: "Trash",
  all: "All",
  many: { account: "Accounts", contact: "Contacts", prospect: "Prospects", activity: "Activities" },
  kinds: { account: "Account", contact: "Contact", prospect: "Prospect", activity: "Activity" },
  name: "Name",
  kind: "What it is",
  by: "Deleted by",
  at: "When",
  until: "Deleted for good on",
  kept: "Kept: another record uses it",
  restore: "Restore",
  restore_named: "Restore {name}",
  restore_anyway: "Restore anyway",
  restored: "{name} was restored.",
  restore_series: "{count, plural, one {Restore the other of its series too} other {Restore the other # of its series too}}",
  restored_series:
    "{count, plural, one {{name} and another of its series were restored; it repeats no more.} other {{name} and # others of its series were restored; it repeats no more.}}",
  empty: "The trash is empty.",
  empty_hint: "What is deleted stays here for {days} days and can be restored.",
  files_hint: "Files that were removed are restored from the record they were removed from.",
} satisfies Same<typeof es.trash>;

export const trashErrors = {
  account_first: "The account it belongs to is in the trash. Restore the account first.",
  prospect_first: "The prospect it belongs to is in the trash. Restore the prospect first.",
  code_taken: "Another account now has the code {code}. Change it there, or ask whoever looks after it, and restore again.",
  tax_id_taken: "{name} now has the tax number {taxId}. If they are two different accounts, restore anyway.",
} satisfies Same<typeof es.trashErrors>;
