import { CheckboxField, ChecksField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { SelectField } from "@/components/forms/select-field";
import { TextArea, TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import type { FormAction, FormState } from "@/lib/web/form-state";
import { FieldPicker } from "./field-picker";
import { MailPreview } from "./mail-preview";

type Person = { key: string; name: string; email: string; role: string | null };
type Props = {
  kind: string;
  id: number;
  title: string;
  href: string;
  people: Person[];
  starts: { id: string; name: string; subject: string; text: string }[];
  /** The fields of this kind, as they are written. */
  fields: string[];
  files: { key: number; name: string }[];
  hasPaper: boolean;
  /** A quote that is a draft until it goes. */
  becomesSent: boolean;
  action: FormAction;
  mayAddFiles: boolean;
  /** What was typed before files were added. */
  draft?: { id: number; state: FormState };
};

export function MailEditor({ kind, id, title, href, people, starts, fields, files, hasPaper, becomesSent, action, mayAddFiles, draft }: Props) {
  const heading = t("mails.write_to", { title });
  const first = starts[0]!;
  return (
    <main>
      <title>{`${heading} · ${t("app.name")}`}</title>
      <PageHead help={t("help.mail_form")} title={t("mails.send")} crumbs={[{ href, label: title }, { label: t("mails.send") }]} />
      <Form action={action} id="mail" hidden={{ about: kind, id, draft: draft?.id ?? "" }} initial={draft?.state}>
        {people.length > 0 ? (
          <ChecksField
            name="people"
            label={t("mails.people")}
            stacked
            initial={people.map(({ key }) => key)}
            options={people.map(({ key, name, email, role }) => ({ value: key, label: role ? `${name} · ${role}` : name, hint: email }))}
          />
        ) : (
          <p className="soft">{t("mails.people_none")}</p>
        )}
        <div className="grid">
          <TextField name="to" label={t("mails.fields.to")} hint={t("mails.fields.to_hint")} inputMode="email" autoCapitalize="none" autoComplete="off" />
          <TextField name="cc" label={t("mails.fields.cc")} hint={t("mails.fields.to_hint")} inputMode="email" autoCapitalize="none" autoComplete="off" />
          <SelectField name="templateId" label={t("mails.template")} options={starts.map((one) => ({ value: one.id, label: one.name }))} initial={first.id} />
          <div className="bar">
            <Button name="_assist" value="template">
              {t("mails.use_template")}
            </Button>
          </div>
        </div>
        <TextField name="subject" label={t("mails.fields.subject")} initial={first.subject} autoComplete="off" wide required />
        <TextArea name="text" label={t("mails.fields.text")} rows={10} initial={first.text} required />
        <FieldPicker fields={fields.map((written) => ({ written }))} />
        {hasPaper && <CheckboxField name="withPaper" label={t("mails.with_paper")} initial />}
        {files.length > 0 && (
          <ChecksField name="files" label={t("mails.files")} stacked options={files.map(({ key, name }) => ({ value: key, label: name }))} />
        )}
        {mayAddFiles && (
          <div className="bar">
            <Button name="_assist" value="files">
              {t("mails.add_files")}
            </Button>
          </div>
        )}
        {becomesSent && <p className="soft">{t("mails.becomes_sent")}</p>}
        <MailPreview
          firstTemplate={first.id}
          words={{
            title: t("mails.preview"),
            hint: t("mails.preview_hint"),
            to: t("mails.people"),
            cc: t("mails.fields.cc"),
            subject: t("mails.fields.subject"),
            preview: t("mails.preview"),
            again: t("mails.preview_again"),
            send: t("mails.send_now"),
          }}
        />
      </Form>
    </main>
  );
}
