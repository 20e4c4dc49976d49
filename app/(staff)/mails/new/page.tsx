import { page } from "@/app/frame";
import { MailEditor } from "@/components/mail/mail-editor";
import { MailFilesPage } from "@/components/mail/mail-files-page";
import { isSalesKind } from "@/lib/documents/kinds";
import { current } from "@/lib/i18n/current";
import { fieldsOf } from "@/lib/mail/fields";
import { mailForm } from "@/lib/mail/forms";
import { canMail } from "@/lib/mail/policy";
import { attachmentState } from "@/lib/web/attachments";
import { draftOf, mayAddFiles } from "@/lib/web/mail-draft";
import { keyOf, startsFor } from "@/lib/web/mail-form";
import { findMailSubject } from "@/lib/web/mail-subject";
import { missing, refused } from "@/lib/web/page";
import { send } from "../actions";

export default page("/mails/new", (scope, { query }) => {
  const asked = mailForm.pick({ about: true, id: true }).safeParse(query);
  const subject = asked.success ? findMailSubject(scope, asked.data.about, asked.data.id) : undefined;
  if (!subject) return missing;
  if (!canMail(scope.viewer, subject)) return refused;
  const { kind, id, title, href, people, document, files } = subject;
  const [draft, mayAdd] = [draftOf(scope, subject, query), mayAddFiles(scope, subject)];
  if (draft && mayAdd && query.add !== undefined) {
    return <MailFilesPage {...{ title, href }} record={{ kind, id }} draft={draft.id} state={attachmentState(query)} />;
  }
  return (
    <MailEditor
      {...{ kind, id, title, href, draft }}
      mayAddFiles={mayAdd}
      people={people.map(({ name, email, role, ...person }) => ({ key: keyOf(person), name, email, role }))}
      starts={startsFor(scope, kind)}
      fields={fieldsOf(kind, current().locale).map(({ written }) => written)}
      files={files.map(({ id: key, name }) => ({ key, name }))}
      hasPaper={document !== undefined && isSalesKind(kind)}
      becomesSent={kind === "quote" && document?.status === "draft"}
      action={send}
    />
  );
});
