import { Fragment, type ReactNode } from "react";
import { type Figure, Strip } from "@/components/ui/figures";
import { minorText } from "@/lib/i18n/balances";
import { t } from "@/lib/i18n/words";
import type { Debt, PortalDocument } from "@/lib/portal/queries";

type Props = { debts: Debt[] | undefined; toAccept: PortalDocument[] | undefined };

/** What is owed, what is late and what waits for an answer; what the relation does not show is not even counted. */
export function PortalDebts({ debts, toAccept }: Props) {
  const figures = [...(debts ? owed(debts) : []), ...(toAccept ? [waiting(toAccept)] : [])];
  return figures.length > 0 && <Strip figures={figures} />;
}

function owed(debts: Debt[]): Figure[] {
  const late = debts.filter(({ overdueMinor }) => overdueMinor > 0);
  return [
    {
      label: t("portal.owes"),
      value: debts.length === 0 ? t("portal.owes_nothing") : amounts(debts.map((debt) => minorText(debt.balanceMinor, debt.currency))),
    },
    {
      label: t("portal.overdue"),
      value: late.length === 0 ? t("portal.nothing_overdue") : amounts(late.map((debt) => minorText(debt.overdueMinor, debt.currency))),
      late: late.length > 0,
    },
  ];
}

function waiting(quotes: PortalDocument[]): Figure {
  return {
    label: t("portal.to_accept"),
    value: quotes.length === 0 ? t("portal.nothing_to_accept") : t("portal.quotes_to_accept", { count: quotes.length }),
    note:
      quotes.length > 0 &&
      quotes.map(({ id, label, totalMinor, currency }, place) => (
        <Fragment key={id}>
          {place > 0 && <br />}
          <a href={`/portal/documents/${id}`}>{label}</a>, {minorText(totalMinor, currency)}
        </Fragment>
      )),
  };
}

function amounts(texts: string[]): ReactNode {
  return texts.join(" · ");
}
