import type { ComponentProps } from "react";
import { PageHead } from "@/components/ui/page-head";
import type { Account } from "@/lib/accounts/queries";
import { current } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
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
        divisions={divisionsOf(account?.country)}
      />
    </main>
  );
}

/** Of the account's country, which is the company's until another is named; of one without a list, none. */
function divisionsOf(country: string | null | undefined): string[] {
  const pack = country ? Object.values(packs).find(({ code }) => code === country) : current().pack;
  return (pack?.divisions ?? []).map(({ name }) => name);
}
