import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Facts } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import type { CatalogItem } from "@/lib/catalog/queries";
import { formatMoney } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

type Props = { item: CatalogItem; currency: string; mayEdit: boolean; children: ReactNode };

export function CatalogItemPage({ item, currency, mayEdit, children }: Props) {
  const { id, kind, code, name, description, unit, unitPrice, cost, isActive, taxes } = item;
  return (
    <main>
      <title>{`${name} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.item")}
        title={name}
        link={`/catalog/${id}`}
        soft={isActive ? t(`catalog.kinds.${kind}`) : `${t(`catalog.kinds.${kind}`)} · ${t("catalog.inactive")}`}
        crumbs={[{ href: "/catalog", label: t("catalog.title") }, { label: code }]}
        actions={
          mayEdit && (
            <ButtonLink href={`/catalog/${id}/edit`} look="main">
              {t("app.edit")}
            </ButtonLink>
          )
        }
      />
      <Facts
        facts={[
          { label: t("catalog.fields.code"), value: code },
          { label: t("catalog.fields.price"), value: formatMoney(unitPrice, currency) },
          { label: t("catalog.fields.cost"), value: cost && formatMoney(cost, currency) },
          { label: t("catalog.fields.unit"), value: unit },
          { label: t("catalog.fields.taxes"), value: taxes.map((tax) => tax.name).join(", ") || t("documents.lines.no_tax") },
          { label: t("catalog.fields.description"), value: description },
        ]}
      />
      {children}
    </main>
  );
}
