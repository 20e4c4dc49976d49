import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { TrashedRow } from "@/lib/attachments/queries";
import { daysInTrash } from "@/lib/attachments/rules";
import { dayOf } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

const day = 24 * 3_600_000;

/** What was taken away from a record, until when it can be put back, and the way to do so. */
export function TrashedFiles({ rows, restore }: { rows: TrashedRow[]; restore: FormAction }) {
  return (
    <details className="unfolds">
      <summary className="button plain">{t("attachments.trash", { count: rows.length })}</summary>
      <p className="soft">{t("attachments.trash_hint")}</p>
      <ul className="files">
        {rows.map(({ id, name, deletedAt }) => (
          <li className="file" key={id}>
            <span className="file-face">
              <Icon name="file-text" />
            </span>
            <div>
              <span dir="auto">{name}</span>
              <p className="soft">{t("attachments.until", { date: formatDate(dayOf(deletedAt + daysInTrash * day, current().zone)) })}</p>
            </div>
            <ButtonForm action={restore} id={`restore-${id}`} hidden={{ id }}>
              <Button look="quiet" aria-label={t("attachments.restore_named", { name })}>
                {t("attachments.restore")}
              </Button>
            </ButtonForm>
          </li>
        ))}
      </ul>
    </details>
  );
}
