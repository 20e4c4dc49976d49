import type { Module, Verb } from "@/db/vocabulary";
import { attachable } from "./attached";
import type { Kind } from "./facts";
import { mailed } from "./mailed";

/* Which right opens each entry point, told from its address and not from the registry. */

export type Right = "open" | "team" | "customer" | { module: Module; verb: Verb };

const may = (module: Module, verb: Verb) => ({ module, verb });

/** Where the address alone does not say it. */
const exceptions: Record<string, Right> = {
  "/": "team",
  "/search": "team",
  "/notices": "team",
  "/trash": "team",
  "/who-sees/[module]/[id]": "team",
  ...Object.fromEntries(["/lists/[list]/columns", "/lists/[list]/export", "/lists/[list]/views", "/lists/[list]/bulk"].map((path) => [path, "team"])),
  ...Object.fromEntries(["/exports/[id]", "/exports/[id]/file", "/bulks/[id]"].map((path) => [path, "team"])),
  "/mails": "team",
  "/mails/new": "team",
  "/mails/[id]": "team",
  "/login": "open",
  "/setup": "open",
  "/password/[token]": "open",
  "/api/health": "open",
  "/api/health/live": "open",
  "/api/auth/[...nextauth]": "open",
  "/api/choices/[from]": "team",
  "/settings/me": "team",
  "/settings/company/logo": "team",
  ...Object.fromEntries(["", "/origins", "/lists", "/taxes", "/series"].map((page) => [`/settings${page}`, may("settings", "view")])),
  "/settings/users/[id]": may("users", "edit"),
  "/settings/users/[id]/handover": may("users", "edit"),
  "/settings/roles": may("users", "view"),
  "/settings/roles/new": may("users", "configure"),
  "/settings/roles/[id]": may("users", "configure"),
  "/settings/profiles/new": may("users", "configure"),
  "/settings/profiles/[id]": may("users", "configure"),
  "/settings/groups/new": may("users", "configure"),
  "/settings/groups/[id]": may("users", "configure"),
  "/receipts/new": may("receipts", "collect"),
  "/accounts/[id]/relations/new": may("accounts", "edit"),
  "/contacts/[id]/relations/new": may("contacts", "edit"),
  "/contacts/[id]/relations/[relationId]": may("contacts", "edit"),
  "/contacts/[id]/portal": may("contacts", "edit"),
  "/prospects/[id]/follow-up": may("activities", "create"),
  "/calendar": may("activities", "view"),
  "/prospects/review": may("prospects", "assign"),
  "/f/[form]": "open",
  "/calendar/feed": "open",
  "/calendar/feed/[token]": "open",
  "/api/uploads/imports": may("imports", "create"),
  "/api/uploads/logo": may("settings", "configure"),
  "/api/uploads/attachments": "team",
  "/files/[id]": "team",
  "/mails/files/[id]": "team",
  "/files/[id]/thumbnail": "team",
};

/** Settings are for who configures; else `/accounts` and `/accounts/7` look, `/accounts/new` creates, `/accounts/7/edit` edits; files are looked at. */
export function rightFor(path: string): Right {
  if (path.startsWith("/portal")) return "customer";
  const known = exceptions[path];
  if (known) return known;
  const [, first, ...rest] = path.split("/");
  const module = (first === "settings" && rest[0] === "users" ? "users" : first) as Module;
  const last = rest.at(-1);
  if (module === "settings") return may(module, "configure");
  return may(module, last === "new" ? "create" : last === "edit" ? "edit" : last === "owner" ? "assign" : "view");
}

const nouns: Record<string, Module> = {
  ...{ account: "accounts", relation: "accounts", contact: "contacts", portal_user: "contacts", prospect: "prospects", activity: "activities" },
  ...{ catalog_item: "catalog", quote: "quotes", order: "orders", invoice: "invoices", receipt: "receipts", import: "imports" },
  ...{
    user: "users",
    group: "users",
    role: "users",
    profile: "users",
    scheme: "users",
    origin: "settings",
    picklist_option: "settings",
    company: "settings",
    tax: "settings",
  },
  ...{ audit: "settings", mail_server: "settings", mail_template: "settings", web_form: "settings" },
};
const deeds: Record<string, Verb> = {
  created: "create",
  added: "edit",
  assigned: "assign",
  shared: "assign",
  unshared: "assign",
  trashed: "delete",
  restored: "delete",
  sent: "send",
  voided: "void",
  issued: "issue",
  confirmed: "issue",
};
const oddEvents: Record<string, Right> = {
  // The record they hang on decides.
  "list.arranged": "team",
  "list.exported": "team",
  "view.saved": "team",
  "view.edited": "team",
  "view.removed": "team",
  "view.set_default": may("settings", "configure"),
  "bulk.started": "team",
  "bulk.undone": "team",
  "attachment.added": "team",
  "attachment.removed": "team",
  "attachment.restored": "team",
  "attachment.trash_emptied": may("settings", "configure"),
  "mail.sent": "team",
  "mail.retried": "team",
  "relation.edited": may("contacts", "edit"),
  "prospect.followed_up": may("activities", "create"),
  "web_form_entry.reviewed": may("prospects", "assign"),
  "calendar_feed.made": may("activities", "view"),
  "calendar_feed.ended": may("activities", "view"),
  "quote.ordered": may("orders", "create"),
  "quote.invoiced": may("invoices", "create"),
  "order.invoiced": may("invoices", "create"),
  "invoice.discarded": may("invoices", "delete"),
  "receipt.created": may("receipts", "collect"),
  "receipt.applied": may("receipts", "collect"),
  "import.uploaded": may("imports", "create"),
  "import.applied": may("imports", "import"),
};

/** Which right a form asks for, by the event it leaves. */
export function rightForEvent(event: string): Right {
  const [noun, deed] = event.split(".") as [string, string];
  const odd = oddEvents[event];
  if (odd) return odd;
  const module = nouns[noun]!;
  if (module === "settings" || (module === "users" && noun !== "user")) return may(module, "configure");
  return may(module, deeds[deed] ?? "edit");
}

/** The records each door is for; their numbers fill its address. */
export const doorKinds: Record<string, Kind[]> = {
  accounts: ["account"],
  contacts: ["contact", "looseContact"],
  prospects: ["prospect", "looseProspect"],
  activities: ["activity", "prospectActivity", "looseActivity"],
  quotes: ["quote", "sentQuote"],
  orders: ["order", "confirmedOrder"],
  invoices: ["invoice", "issuedInvoice"],
  receipts: ["receipt"],
  imports: ["import"],
  files: attachable,
  mails: mailed,
  exports: ["taken"],
  bulks: ["bulk"],
  portal: ["quote", "sentQuote", "order", "confirmedOrder", "invoice", "issuedInvoice", "receipt"],
};
