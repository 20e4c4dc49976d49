import { UploadForm } from "@/components/files/upload-form";
import { PageHead } from "@/components/ui/page-head";
import type { RecordRef } from "@/lib/attachments/records";
import { t } from "@/lib/i18n/words";
import { mailAddress } from "@/lib/mail/rules";
import type { FormState } from "@/lib/web/form-state";

type Props = { record: RecordRef; title: string; href: string; draft: number; state: FormState };

/** Adds files while a mail is being written: what was typed waits, and the files come back ticked. */
export function MailFilesPage({ record, title, href, draft, state }: Props) {
  const back = `${mailAddress(record.kind, record.id)}&draft=${draft}`;
  return (
    <main>
      <title>{`${t("mails.add_files")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.mail_files")}
        title={t("mails.add_files")}
        crumbs={[{ href, label: title }, { href: back, label: t("mails.send") }, { label: t("mails.add_files") }]}
      />
      <p className="soft">{t("mails.add_files_hint", { title })}</p>
      <UploadForm record={record} state={state} draft={draft} />
      <p>
        <a href={back}>{t("mails.back_to_writing")}</a>
      </p>
    </main>
  );
}
