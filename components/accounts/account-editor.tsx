import type { ComponentProps } from "react";
import { PageHead } from "@/components/ui/page-head";
import type { Account } from "@/lib/accounts/queries";
import { divisionNames } from "@/lib/i18n/division-names";
import { t } from "@/lib/i18n/words";
import { AccountForm } from "./account-form";

type Props = Omit<ComponentProps<typeof AccountForm>, "id" | "version" | "taxIdLabel" | "divisionWord" | "divisions"> & { account?: Account };

export function AccountEditor({ account, ...form }: Props) {
  const title = account ? t("accounts.edit") : t("accounts.new");
  const crumbs = [
    { href: "/accounts", label: t("accounts.title") },
    ...(account ? [{ href: `/accounts/${account.id}`, label: account.name }] : []),
    { label: title },
  ];
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.account_form")} title={title} crumbs={crumbs} />
      <AccountForm
        {...form}
        id={account?.id}
        version={account?.version}
        taxIdLabel={t("accounts.fields.tax_id")}
        divisionWord={t("accounts.fields.division")}
        divisions={divisionNames(account?.country)}
      />
    </main>
  );
}
