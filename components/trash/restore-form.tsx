import { ButtonForm } from "@/components/forms/form";
import { SaveAnyway } from "@/components/forms/save-anyway";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { TrashKind, TrashRef } from "@/lib/trash/rules";
import type { FormAction } from "@/lib/web/form-state";

export type Restores = Record<TrashKind, FormAction>;

type Named = TrashRef & { name: string; when?: string };

/** Brings one record back. */
export function RestoreForm({ record: { kind, id, ...record }, restores }: { record: Named; restores: Restores }) {
  return (
    <ButtonForm action={restores[kind]} id={`restore-${kind}-${id}`} hidden={{ id }}>
      <Button aria-label={wordsFor(record)}>{t("trash.restore")}</Button>
      <SaveAnyway label={t("trash.restore_anyway")} />
    </ButtonForm>
  );
}

/** Brings back with it all that was thrown away in one deed. */
export function RestoreSeries({ record: { kind, id, along, ...record }, restores }: { record: Named & { along: number }; restores: Restores }) {
  const words = t("trash.restore_series", { count: along });
  return (
    <ButtonForm action={restores[kind]} id={`restore-series-${id}`} hidden={{ id, along: "on" }}>
      <Button look="quiet" aria-label={`${wordsFor(record)}. ${words}`}>
        {words}
      </Button>
    </ButtonForm>
  );
}

/** The same, in the line that says what was just thrown away. */
export function UndoTrash({ record: { kind, id, isSeries }, restores }: { record: TrashRef & { isSeries: boolean }; restores: Restores }) {
  return (
    <ButtonForm action={restores[kind]} id="undo-trash" hidden={{ id, ...(isSeries && { along: "on" }) }}>
      <Button look="quiet">{t("app.undo")}</Button>
      <SaveAnyway label={t("trash.restore_anyway")} />
    </ButtonForm>
  );
}

/** Of a series all are called the same: their days tell them apart. */
function wordsFor({ name, when }: Pick<Named, "name" | "when">): string {
  return t("trash.restore_named", { name: [name, when].filter(Boolean).join(", ") });
}
