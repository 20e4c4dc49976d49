import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { AttachmentRow } from "@/lib/attachments/queries";
import { filesAddress } from "@/lib/attachments/rules";
import { formatInstant, sizeText } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Props = {
  row: AttachmentRow;
  /** What the record is called that it hangs on. */
  of?: string;
  /** It hangs on the record of this page, and not on one filed under it. */
  isOwn: boolean;
  remove?: FormAction;
};

export function FileLine({ row, of, isOwn, remove }: Props) {
  const { id, name, size, hasThumbnail, createdAt, creator, recordKind, recordId } = row;
  const from = isOwn ? undefined : filesAddress(recordKind, recordId);
  return (
    <li className="file">
      <a className="file-face" href={`/files/${id}`} tabIndex={-1}>
        {hasThumbnail ? (
          // biome-ignore lint/performance/noImgElement: it is drawn small already, and only who is inside may have it
          <img src={`/files/${id}/thumbnail`} alt={name} loading="lazy" />
        ) : (
          <Icon name="file-text" label={name} />
        )}
      </a>
      <div>
        <a href={`/files/${id}`} dir="auto">
          {name}
        </a>
        <p className="soft">
          {[sizeText(size), formatInstant(createdAt), creator].filter(Boolean).join(" · ")}
          {from && (
            <>
              {" · "}
              <a href={from}>{[t(`attachments.on.${recordKind}`), of].filter(Boolean).join(" ")}</a>
            </>
          )}
        </p>
      </div>
      {isOwn && remove && (
        <ButtonForm action={remove} id={`remove-${id}`} hidden={{ id }}>
          <Button look="quiet" icon="trash-2" square aria-label={t("attachments.remove", { name })} />
        </ButtonForm>
      )}
    </li>
  );
}
