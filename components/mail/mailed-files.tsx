import { sizeText } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Mailed } from "@/lib/mail/queries";

/** What went along with a mail, or will: each to be downloaded by whoever sees the mail. */
export function MailedFiles({ files, hasGone }: { files: Mailed[]; hasGone: boolean }) {
  return (
    <section>
      <h2>{t("mails.attachments")}</h2>
      <ul className="lines">
        {files.map((file) => (
          <li key={file.id}>
            <One file={file} hasGone={hasGone} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ file: { id, name, fileName, size, seesPaper }, hasGone }: { file: Mailed; hasGone: boolean }) {
  const label = name ?? fileName ?? t("mails.paper");
  const link = (
    <a href={`/mails/files/${id}`} dir="auto">
      {label}
    </a>
  );
  if (size !== null)
    return (
      <>
        {link} <small className="soft">{sizeText(size)}</small>
      </>
    );
  return (
    <>
      {seesPaper ? link : label}{" "}
      <small className="soft">{t(seesPaper ? (hasGone ? "mails.paper_not_kept" : "mails.paper_to_come") : "mails.paper_unseen")}</small>
    </>
  );
}
