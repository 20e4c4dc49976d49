import type { ReactNode } from "react";
import { t } from "@/lib/i18n/words";
import { Button } from "./button";

type Props = {
  action: string;
  /** How many filters differ from the usual; the phone shows it on the folded line. */
  applied?: number;
  /** What the address must keep: sort, chip. */
  keep?: Record<string, string | number | undefined>;
  /** Links after the button: columns, save view. */
  more?: ReactNode;
  /** Filters asked for less often: null while they are not shown, and then a button asks for them without losing what was filled in. */
  seldom?: ReactNode;
  children: ReactNode;
};

/** Filters of a list: a GET form, so the address says it all. */
export function Filters({ action, applied = 0, keep = {}, more, seldom, children }: Props) {
  return (
    <details className="filters fold" open={applied > 0 || Boolean(seldom)}>
      <summary className="button plain">{applied > 0 ? t("forms.filters_applied", { count: applied }) : t("forms.filters")}</summary>
      <form className="bar" action={action} method="get">
        {Object.entries(keep).map(([name, value]) => value !== undefined && <input key={name} type="hidden" name={name} value={value} />)}
        {children}
        <Button>{t("app.filter")}</Button>
        {more}
        {seldom === null && (
          <Button look="quiet" name="more" value="1">
            {t("forms.more_filters")}
          </Button>
        )}
        {seldom && <div className="bar seldom">{seldom}</div>}
      </form>
    </details>
  );
}
