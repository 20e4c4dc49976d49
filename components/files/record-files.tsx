import { Pager } from "@/components/ui/pager";
import type { AttachmentRow, TrashedRow } from "@/lib/attachments/queries";
import type { RecordRef } from "@/lib/attachments/records";
import { t } from "@/lib/i18n/words";
import type { FormAction, FormState } from "@/lib/web/form-state";
import { FileLine } from "./file-line";
import { TrashedFiles } from "./trashed-files";
import { UploadForm } from "./upload-form";

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
      {mayEdit && (
        <details className="unfolds" open={state.status !== "untouched"}>
          <summary className="button plain">{t("attachments.add")}</summary>
          <UploadForm record={record} state={state} />
        </details>
      )}
      {trashed.length > 0 && <TrashedFiles rows={trashed} restore={restore} />}
    </section>
  );
}
