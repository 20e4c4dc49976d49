import type * as es from "../es/origins";
import type { Same } from "./same";

export const origins = {
  title: "Origins",
  one: "Origin",
  many: "Origins",
  new: "Add origin",
  edit: "Edit origin",
  empty: "There are no origins yet.",
  fields: { code: "Code", name: "Name", is_active: "Active", color: "Color", place: "Order" },
  figures: { accounts: "Accounts", contacts: "Contacts", prospects: "Prospects", won: "Won", invoiced: "Invoiced" },
  code_hint: "It does not change once created.",
  confirm: "Confirm",
  deactivate: "Retire",
  activate: "Use again",
  inactive: "Retired",
  created: "Origin {name} added.",
  retired: "Origin {name} is no longer offered in forms.",
  restored: "Origin {name} is offered again.",
  saved: "Origin {name} saved.",
  edit_of: "Edit {name}",
  merge: "Merge two origins",
  merge_hint: "Whoever came by the first moves to the second, and the first is retired. Saved views follow.",
  report: "Report by origin",
} satisfies Same<typeof es.origins>;

export const originsErrors = {
  taken_code: "That code already exists.",
  in_use: "This origin is already in use and cannot be deleted. You can deactivate it.",
} satisfies Same<typeof es.originsErrors>;
