import type { z } from "zod";
import { grants } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { plannedOf } from "@/lib/events/timeline";
import { t } from "@/lib/i18n/words";
import { canMail } from "@/lib/mail/policy";
import { mailAddress } from "@/lib/mail/rules";
import { creationsFor } from "./creations";
import { factsOfAccount } from "./facts";
import type { accountView } from "./filters";
import { neighboursIn } from "./list";
import { moneyOfAccount, tabCounts } from "./overview";
import { canAssignAccount, canDeleteAccount, canEditAccount } from "./policy";
import type { Account } from "./queries";

/** Everything round the tab of an account's page, and which tab that is: one the viewer may see. */
export function accountParts(scope: Scope, account: Account, { ver: asked, lista: list, pendientes }: z.infer<typeof accountView>) {
  const { viewer } = scope;
  const tabs = tabCounts(scope, account.id);
  const first = plannedOf(scope, { accountId: account.id });
  const money = moneyOfAccount(scope, account.id);
  const mayEdit = canEditAccount(viewer, account);
  return {
    list,
    neighbours: list === undefined ? {} : neighboursIn(scope, list, account.id),
    tabs,
    current: tabs.some(({ tab }) => tab === asked) ? asked : ("activity" as const),
    planned: pendientes ? plannedOf(scope, { accountId: account.id }, pendientes) : first,
    next: grants(viewer, "activities", "view") ? first.rows[0] : ("hidden" as const),
    money,
    isCustomer: money?.lastPurchaseOn ? true : grants(viewer, "invoices", "view", account) ? false : undefined,
    facts: factsOfAccount(scope, account),
    creations: [...mailing(viewer, account), ...creationsFor(viewer, account.id)],
    mayEdit,
    mayRelate: mayEdit,
    mayAssign: canAssignAccount(viewer, account),
    mayEditRelations: grants(viewer, "contacts", "edit", account),
    mayTrash: canDeleteAccount(viewer, account),
    taxIdLabel: t("accounts.fields.tax_id"),
  };
}

function mailing(viewer: Viewer, account: Account) {
  return canMail(viewer, { kind: "account", record: account }) ? [{ href: mailAddress("account", account.id), label: t("mails.one") }] : [];
}
