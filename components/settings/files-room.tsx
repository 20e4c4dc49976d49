import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { daysInTrash } from "@/lib/attachments/rules";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Props = { usedMb: number; trashedMb: number; roomMb: number; empty: FormAction };

/** What files take of the company's room, and the way to throw out what was taken away before its time. */
export function FilesRoom({ usedMb, trashedMb, roomMb, empty }: Props) {
  return (
    <section className="section" aria-labelledby="archivos">
      <h2 className="section-head" id="archivos">
        {t("attachments.title")}
      </h2>
      <p>{t("attachments.room_used", { used: usedMb, room: roomMb })}</p>
      {trashedMb > 0 && (
        <>
          <p className="soft">{t("attachments.room_trashed", { trashed: trashedMb, days: daysInTrash })}</p>
          <ButtonForm action={empty} id="empty-trash" hidden={{}}>
            <Button icon="trash-2">{t("attachments.empty_trash")}</Button>
          </ButtonForm>
        </>
      )}
    </section>
  );
}
