import { ButtonForm } from "@/components/forms/form";
import { SaveAnyway } from "@/components/forms/save-anyway";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { TrashKind, TrashRef } from "@/lib/trash/rules";
import type { FormAction } from "@/lib/web/form-state";

export type Restores = Record<TrashKind, FormAction>;

/** Brings one record back. */
export function RestoreForm({ record: { kind, id, name }, restores }: { record: TrashRef & { name: string }; restores: Restores }) {
  return (
    <ButtonForm action={restores[kind]} id={`restore-${kind}-${id}`} hidden={{ id }}>
      <Button aria-label={t("trash.restore_named", { name })}>{t("trash.restore")}</Button>
      <SaveAnyway label={t("trash.restore_anyway")} />
    </ButtonForm>
  );
}

/** The same, in the line that says what was just thrown away. */
export function UndoTrash({ record: { kind, id }, restores }: { record: TrashRef; restores: Restores }) {
  return (
    <ButtonForm action={restores[kind]} id="undo-trash" hidden={{ id }}>
      <Button look="quiet">{t("app.undo")}</Button>
      <SaveAnyway label={t("trash.restore_anyway")} />
    </ButtonForm>
  );
}
