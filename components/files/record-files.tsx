import { FileField } from "@/components/forms/other-fields";
import { RouteForm } from "@/components/forms/route-form";
import { Button } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import { attachmentLimits } from "@/lib/attachments/forms";
import type { AttachmentRow, TrashedRow } from "@/lib/attachments/queries";
import type { RecordRef } from "@/lib/attachments/records";
import { t } from "@/lib/i18n/words";
import type { FormAction, FormState } from "@/lib/web/form-state";
import { FileLine } from "./file-line";
import { TrashedFiles } from "./trashed-files";

type Props = {
  record: RecordRef;
  rows: AttachmentRow[];
  next?: string;
  previous?: string;
  names?: ReadonlyMap<string, string>;
  trashed: TrashedRow[];
  mayEdit: boolean;
  state: FormState;
  remove: FormAction;
  restore: FormAction;
};

const accepted = "image/jpeg,image/png,image/webp,image/gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv,.xml";

/** What hangs on a record, and for who may edit it the way to add more. */
export function RecordFiles({ record, rows, next, previous, names, trashed, mayEdit, state, remove, restore }: Props) {
  if (rows.length === 0 && !mayEdit) return null;
  return (
    <section className="section" aria-labelledby="archivos">
      <h2 className="section-head" id="archivos">
        {t("attachments.title")}
      </h2>
      {record.kind === "account" && rows.length > 0 && <p className="soft">{t("attachments.account_hint")}</p>}
      {rows.length === 0 ? (
        <p className="soft">{t("attachments.empty")}</p>
      ) : (
        <ul className="files">
          {rows.map((row) => (
            <FileLine
              key={row.id}
              row={row}
              of={names?.get(`${row.recordKind} ${row.recordId}`)}
              isOwn={row.recordKind === record.kind && row.recordId === record.id}
              remove={mayEdit ? remove : undefined}
            />
          ))}
        </ul>
      )}
      <Pager label={t("attachments.title")} previous={previous} next={next} />
      {mayEdit && <AddFiles record={record} state={state} />}
      {trashed.length > 0 && <TrashedFiles rows={trashed} restore={restore} />}
    </section>
  );
}

/** On a telephone the camera has a field of its own, so that the other still opens the gallery. */
function AddFiles({ record, state }: Pick<Props, "record" | "state">) {
  const { files, file } = attachmentLimits;
  return (
    <details className="unfolds" open={state.status !== "untouched"}>
      <summary className="button plain">{t("attachments.add")}</summary>
      <RouteForm to="/api/uploads/attachments" state={state}>
        <input type="hidden" name="recordKind" value={record.kind} />
        <input type="hidden" name="recordId" value={record.id} />
        <FileField
          name="files"
          label={t("attachments.choose")}
          hint={t("attachments.choose_hint", { files, max: file / 1_048_576 })}
          accept={accepted}
          multiple
        />
        <div className="by-touch">
          <FileField name="photos" label={t("attachments.photo")} accept="image/jpeg,image/png" capture="environment" />
        </div>
        <div className="bar">
          <Button look="main">{t("attachments.upload")}</Button>
        </div>
      </RouteForm>
    </details>
  );
}
