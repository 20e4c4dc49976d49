import { Notice } from "@/components/ui/notice";
import type { FiscalFault } from "@/lib/documents/fiscal";
import { t, tMaybe } from "@/lib/i18n/words";

/** Said on the draft, before anybody tries to issue it, with the way to put it right. */
export function FiscalNotice({ fault: { code, values, accountId, mayEdit } }: { fault: FiscalFault }) {
  return (
    <Notice tone="soon">
      {tMaybe(code, values)} <a href={mayEdit ? `/accounts/${accountId}/edit#taxId` : `/accounts/${accountId}`}>{t("documents.see_customer")}</a>
    </Notice>
  );
}
