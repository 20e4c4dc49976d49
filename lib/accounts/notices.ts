import type { Change } from "@/lib/events/record";
import { current } from "@/lib/i18n/current";
import { judgeTaxId, taxIdLabel } from "@/lib/i18n/tax-id-types";
import type { Account } from "./queries";

/** To the account's page, or to the list once it is out of sight, saying what was done and, of an identification that does not check, that too. */
export function savedAccount({ id, before, after, isSeen }: Change & { isSeen: boolean }, notice: "accounts.created" | "accounts.saved") {
  const { name, ...account } = after as Account;
  const isTyped = before?.taxId !== account.taxId;
  const result = isTyped ? judgeTaxId(account, current().pack.code) : "valid";
  const label = taxIdLabel(account.country ?? current().pack.code) ?? "";
  const notices = { valid: notice, warn: "accounts.saved_doubtful", invalid: "accounts.saved_unchecked" } as const;
  return { to: isSeen ? `/accounts/${id}` : "/accounts", notice: notices[result], values: { name, label } };
}
