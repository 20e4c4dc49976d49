"use server";

import { actorOf } from "@/lib/events/record";
import { t } from "@/lib/i18n/words";
import { enqueueMail } from "@/lib/mail/enqueue";
import { mailServerForm, mailTestForm } from "@/lib/mail/forms";
import { canSetMailServer } from "@/lib/mail/policy";
import { findMailServer } from "@/lib/mail/queries";
import { saveMailServer } from "@/lib/mail/server";
import { findCompany } from "@/lib/settings/queries";
import { formAction } from "@/lib/web/form-action";

const blank = { host: null, port: null, security: null, userName: null, fromName: null, fromAddress: null, replyTo: null };

export const save = formAction({
  event: "mail_server.saved",
  form: mailServerForm,
  subject: (scope) => findMailServer(scope) ?? { version: 0 },
  allow: canSetMailServer,
  run: ({ tx, input, now }) => saveMailServer(tx, input, now),
  next: () => ({ to: "/settings/mail", notice: "mails.server.saved" }),
  values: (server) => ({ ...blank, ...server, password: undefined }),
});

export const test = formAction({
  event: "mail_server.tested",
  form: mailTestForm,
  subject: (scope) => findCompany(scope),
  allow: canSetMailServer,
  run: ({ tx, viewer, subject, input, now }) => {
    const words = { company: subject.name };
    const mail = { subject: t("mails.server.test_subject", words), text: t("mails.server.test_text", words) };
    const about = { kind: "test", id: 1 } as const;
    const mailId = enqueueMail(tx, { ...mail, to: [{ address: input.to }], about, sentBy: actorOf(viewer).actorId }, { now });
    return { kind: "mail_server", id: 1, before: null, after: { mailId } };
  },
  next: ({ after }) => ({ to: `/mails/${after?.mailId}`, notice: "mails.sent_notice" }),
});
