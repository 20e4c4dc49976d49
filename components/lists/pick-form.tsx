import type { ReactNode } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import { viewAddress } from "@/lib/lists/address";

/** The rows of a list to pick from. A plain question: what to change is asked on the next page. */
export function PickForm({ list, filters, children }: { list: string; filters: Record<string, unknown>; children: ReactNode }) {
  const address = viewAddress(filters);
  return (
    <form action={`/lists/${list}/bulk`} method="get">
      <input type="hidden" name="of" value={address} />
      <div className="bar tools">
        <Button look="main">{t("lists.change_picked")}</Button>
        <Button name="all" value="1">
          {t("lists.change_all")}
        </Button>
        <ButtonLink look="quiet" href={`/${list}?${address}`}>
          {t("app.cancel")}
        </ButtonLink>
      </div>
      {children}
    </form>
  );
}
