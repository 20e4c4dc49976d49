import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { t } from "@/lib/i18n/words";
import type { Tools } from "@/lib/lists/queries";

/** What can be done with the whole list; beside its title. */
export function ListDeeds({ tools: { list, address, mayExport, mayChange } }: { tools: Tools }): ReactNode {
  if (!mayExport && !mayChange) return null;
  return (
    <>
      {mayChange && <ButtonLink href={`/${list}?${address}&pick=1`}>{t("app.select")}</ButtonLink>}
      {mayExport && <ButtonLink href={about(list, "export", address)}>{t("app.export")}</ButtonLink>}
    </>
  );
}

/** How the list looks; after its filters. */
export function ListLooks({ tools: { list, address } }: { tools: Tools }) {
  return (
    <>
      <ButtonLink look="quiet" href={about(list, "columns", address)}>
        {t("app.columns")}
      </ButtonLink>
      <ButtonLink look="quiet" href={about(list, "views", address)}>
        {t("app.save_view")}
      </ButtonLink>
    </>
  );
}

/** The saved views of a list, and the way out of them. */
export function ViewLinks({ tools: { list, address, views }, sort }: { tools: Tools; sort: string }) {
  if (views.length === 0) return null;
  const items = views.map((view) => ({ href: `/${list}?${view.address}`, label: view.name, current: view.address === address }));
  return <Chips label={t("lists.views")} items={[{ href: `/${list}?sort=${sort}`, label: t("lists.whole"), current: address === `sort=${sort}` }, ...items]} />;
}

export function about(list: string, page: string, address: string) {
  return `/lists/${list}/${page}${address === "" ? "" : `?of=${encodeURIComponent(address)}`}`;
}
