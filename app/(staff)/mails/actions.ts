"use server";

import { RuleError } from "@/lib/core/errors";
import { byOf } from "@/lib/documents/draft";
import { actorOf } from "@/lib/events/record";
import { dropDraft } from "@/lib/mail/drafts";
import { enqueueMail } from "@/lib/mail/enqueue";
import { mailForm, mailRef } from "@/lib/mail/forms";
import { canMail, canRetryMail } from "@/lib/mail/policy";
import { findDraft } from "@/lib/mail/queries";
import { retryMail } from "@/lib/mail/retry";
import { sendQuote } from "@/lib/quotes/commands";
import { formAction } from "@/lib/web/form-action";
import { assistMail, complaintsOfMail, mailOf, templateOf } from "@/lib/web/mail-form";
import { findMailSubject, findMailToRetry } from "@/lib/web/mail-subject";

export const send = formAction({
  event: "mail.sent",
  form: mailForm,
  subject: (scope, { about, id }) => findMailSubject(scope, about, id),
  allow: canMail,
  run: ({ tx, scope, viewer, subject, input, now }) => {
    const { kind, id, accountId, document } = subject;
    const isDraft = kind === "quote" && document?.status === "draft";
    const becameSent = isDraft ? sendQuote(tx, document, byOf(tx, { viewer, now })) : undefined;
    const shown = becameSent ? findMailSubject(scope, kind, id) : subject;
    if (!shown) throw new RuleError("stale_form");
    const mail = mailOf(tx, scope, shown, input);
    const sentBy = actorOf(viewer).actorId;
    const mailId = enqueueMail(tx, { ...mail, templateId: templateOf(scope, input.templateId), sentBy }, { now });
    const draft = findDraft(scope, subject, input.draft);
    if (draft) dropDraft(tx, draft);
    const after = { mailId, mailSubject: mail.subject, recipients: [...mail.to, ...mail.cc].map(({ address }) => address) };
    const prospectId = kind === "prospect" ? id : null;
    return { kind, id, accountId, prospectId, before: null, after, also: becameSent ? [{ name: "quote.sent", change: becameSent }] : [] };
  },
  next: ({ after }) => ({ to: `/mails/${after?.mailId}`, notice: "mails.sent_notice" }),
  assist: assistMail,
  complaints: complaintsOfMail,
});

export const retry = formAction({
  event: "mail.retried",
  form: mailRef,
  subject: (scope, { id }) => findMailToRetry(scope, id),
  allow: canRetryMail,
  run: ({ tx, subject, now }) => retryMail(tx, subject, now),
  next: ({ after }) => ({ to: `/mails/${after?.mailId}`, notice: "mails.retried" }),
});
