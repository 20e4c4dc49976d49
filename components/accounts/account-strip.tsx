import { type Figure, Strip } from "@/components/ui/figures";
import type { moneyOfAccount } from "@/lib/accounts/overview";
import { dayOfStart, whenText } from "@/lib/activities/when";
import { type Day, daysBetween } from "@/lib/core/dates";
import type { DoneActivity } from "@/lib/events/activity-entries";
import { minorText } from "@/lib/i18n/balances";
import { current } from "@/lib/i18n/current";
import { formatDate, relativeDay } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

type Money = ReturnType<typeof moneyOfAccount>;

/** Saldo, vencido, última compra, próxima acción: as far as the viewer sees each. */
export function AccountStrip({ money, next, today }: { money: Money; next: DoneActivity | undefined | "hidden"; today: Day }) {
  return <Strip figures={[...moneyFigures(money, today), ...(next === "hidden" ? [] : [nextFigure(next, today)])]} />;
}

function moneyFigures(money: Money, today: Day): Figure[] {
  if (!money) return [];
  const { balances, overdue, lastPurchaseOn } = money;
  const owed = balances.filter(({ balanceMinor }) => balanceMinor > 0);
  const oldest = overdue.map(({ oldestOn }) => oldestOn).sort()[0];
  return [
    { label: t("accounts.balance"), value: sums(owed) },
    {
      label: t("accounts.overdue"),
      value: sums(overdue),
      late: overdue.length > 0,
      note: oldest && t("accounts.oldest_overdue", { days: daysBetween(oldest, today) }),
    },
    {
      label: t("accounts.last_purchase"),
      value: lastPurchaseOn ? formatDate(lastPurchaseOn) : t("accounts.never"),
      note: lastPurchaseOn && relativeDay(lastPurchaseOn, today),
    },
  ];
}

function nextFigure(next: DoneActivity | undefined, today: Day): Figure {
  if (!next) return { label: t("accounts.next_action"), value: t("accounts.no_next_action") };
  const day = dayOfStart(next);
  return {
    label: t("accounts.next_action"),
    value: whenText(next),
    late: day < today,
    note: `${relativeDay(day, today)} · ${next.subject}`,
  };
}

function sums(amounts: { balanceMinor: number; currency: string }[]): string {
  if (amounts.length === 0) return minorText(0, current().currency);
  return amounts.map(({ balanceMinor, currency }) => minorText(balanceMinor, currency)).join(" · ");
}
