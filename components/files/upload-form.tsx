import { FileField } from "@/components/forms/other-fields";
import { RouteForm } from "@/components/forms/route-form";
import { Button } from "@/components/ui/button";
import { attachmentLimits } from "@/lib/attachments/forms";
import type { RecordRef } from "@/lib/attachments/records";
import { t } from "@/lib/i18n/words";
import type { FormState } from "@/lib/web/form-state";

const accepted = "image/jpeg,image/png,image/webp,image/gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv,.xml";

type Props = {
  record: RecordRef;
  state: FormState;
  /** The mail that they are added for, while it is being written. */
  draft?: number;
};

/** Adds files to a record. On a telephone the camera has a field of its own, so that the other still opens the gallery. */
export function UploadForm({ record, state, draft }: Props) {
  const { files, file } = attachmentLimits;
  return (
    <RouteForm to="/api/uploads/attachments" state={state}>
      <input type="hidden" name="recordKind" value={record.kind} />
      <input type="hidden" name="recordId" value={record.id} />
      {draft !== undefined && <input type="hidden" name="draft" value={draft} />}
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
  );
}
