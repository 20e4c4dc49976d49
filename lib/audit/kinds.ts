import { actions } from "@/lib/access/registry";
import { isMessageKey } from "@/lib/i18n/words";

/** What something may happen to, as the log names it. */
export const auditedKinds = [
  ...(["account", "contact", "prospect", "activity", "quote", "order", "invoice", "receipt", "catalog_item"] as const),
  ...(["user", "portal_user", "group", "role", "profile", "company", "mail_server", "mail_template", "tax", "origin", "picklist_option"] as const),
  ...(["import", "export", "bulk", "view", "audit"] as const),
] as const;
export type AuditedKind = (typeof auditedKinds)[number];

/** What no form does by itself: it comes with another deed, or from the door. */
const besides = [
  ...["account.tax_id_kept", "activity.trashed_along", "activity.restored_along", "company.set_up", "company.tax_id_kept", "portal_user.password_changed"],
  ...["portal_user.seen_as", "portal_user.seen_as_ended"],
  ...["prospect.cancelled", "quote.replaced", "user.language_chosen", "user.seen_as", "user.seen_as_ended", "user.password_changed"],
  ...["account.purged", "contact.purged", "prospect.purged", "activity.purged"],
  ...["quote.given", "order.given", "invoice.given", "receipt.given"],
];

/** Every event that has its sentence. */
export function eventNames(): string[] {
  return [...Object.keys(actions), ...besides].filter((name) => isMessageKey(`events.${name}`));
}
