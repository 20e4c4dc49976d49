import type { ReactNode } from "react";
import { PageHead } from "@/components/ui/page-head";
import type { ListName } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";

type Props = { list: ListName; title: string; help: string; address?: string; soft?: ReactNode; actions?: ReactNode; children: ReactNode };

/** A list's name within a sentence. */
export function listWord(list: ListName): string {
  return t(`access.modules.${list}`).toLocaleLowerCase();
}

/** A page about a list, with the way back to it as it was. */
export function ListAbout({ list, title, help, address = "", soft, actions, children }: Props) {
  const back = address === "" ? `/${list}` : `/${list}?${address}`;
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={help} title={title} soft={soft} actions={actions} crumbs={[{ href: back, label: t(`access.modules.${list}`) }, { label: title }]} />
      {children}
    </main>
  );
}
