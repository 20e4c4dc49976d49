import type { ComponentProps, ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Tabs } from "@/components/ui/tabs";
import type { AccountTab } from "@/lib/accounts/filters";
import { withQuery } from "@/lib/core/links";
import { t } from "@/lib/i18n/words";
import { AccountAside } from "./account-aside";
import { AccountHead } from "./account-head";
import { AccountStrip } from "./account-strip";

type Props = ComponentProps<typeof AccountHead> &
  ComponentProps<typeof AccountStrip> &
  ComponentProps<typeof AccountAside> & { tabs: { tab: AccountTab; count?: number }[]; current: AccountTab; children: ReactNode };

/** One account on one page: what it owes, what was and will be done, its papers and its people. */
export function AccountPage({ tabs, current, children, ...props }: Props) {
  const path = `/accounts/${props.account.id}`;
  const query = { lista: props.list };
  return (
    <main>
      <title>{`${props.account.name} · ${t("app.name")}`}</title>
      <AccountHead {...props} />
      <AccountStrip {...props} />
      <Tabs
        label={t("accounts.parts")}
        items={tabs.map(({ tab, count }) => ({
          href: withQuery(path, query, { ver: tab === "activity" ? undefined : tab }),
          label: t(`accounts.tabs.${tab}`),
          count: count || undefined,
          current: tab === current,
        }))}
      />
      <div className="columns">
        <div>{children}</div>
        <AccountAside {...props} />
      </div>
    </main>
  );
}

/** The short list of a tab, and the way to the whole one. */
export function TabPanel({ isEmpty, allHref, children }: { isEmpty: boolean; allHref?: string; children: ReactNode }) {
  if (isEmpty) return <p className="soft">{t("accounts.nothing_here")}</p>;
  return (
    <>
      {children}
      {allHref && (
        <p className="bar">
          <ButtonLink href={allHref}>{t("app.see_all")}</ButtonLink>
        </p>
      )}
    </>
  );
}
