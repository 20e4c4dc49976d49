import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { Facts } from "@/components/ui/figures";
import { PageHead } from "@/components/ui/page-head";
import { Refresh } from "@/components/ui/refresh";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Mail } from "@/lib/mail/queries";
import { reasonText } from "@/lib/mail/reason";
import type { FormAction } from "@/lib/web/form-state";
import { MailStateMark } from "./mail-state";
import { MailedFiles } from "./mailed-files";

type Props = {
  mail: Mail;
  /** The record it is about, when it has a page. */
  about?: { href: string; label: string };
  /** Missing for whoever may not, or when there is nothing to send again. */
  retry?: FormAction;
  /** It is on its way and the page looks again by itself. */
  isMoving: boolean;
};

export function MailPage({ mail, about, retry, isMoving }: Props) {
  const { id, subject, text, state, reason, recipients, attachments } = mail;
  const isUnsure = state === "possibly_sent";
  const refused = recipients.filter(({ refusal }) => refusal !== null);
  return (
    <main>
      <title>{`${subject} · ${t("app.name")}`}</title>
      {isMoving && <Refresh to={`/mails/${id}`} seconds={2} />}
      <PageHead
        help={t("help.mail")}
        title={subject}
        link={`/mails/${id}`}
        soft={<MailStateMark state={state} isPartial={refused.length > 0} />}
        crumbs={[{ href: "/mails", label: t("mails.title") }, { label: subject }]}
        actions={
          retry && (
            <ButtonForm action={retry} id="retry" hidden={{ id }}>
              <Button look="main">{t(refused.length > 0 ? "mails.retry_refused" : isUnsure ? "mails.retry_unsure" : "mails.retry")}</Button>
            </ButtonForm>
          )
        }
      />
      {reason && state !== "sent" && <p>{reasonText(reason)}</p>}
      {isUnsure && retry && <p className="soft">{t("mails.retry_unsure_hint")}</p>}
      {refused.length > 0 && (
        <section className="section">
          <h2 className="eyebrow">{t("mails.refused_some")}</h2>
          <ul className="lines">
            {refused.map(({ id: key, address, refusal }) => (
              <li key={key}>{`${address}: ${refusal}`}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="columns">
        <section className="section">
          <h2 className="eyebrow">{t("mails.fields.text")}</h2>
          <p className="prewrap">{text}</p>
        </section>
        <aside className="aside" aria-label={t("app.details")}>
          <Facts facts={factsOf(mail, about)} />
          {attachments.length > 0 && <MailedFiles files={attachments} hasGone={state === "sent" || isUnsure} />}
        </aside>
      </div>
    </main>
  );
}

function factsOf({ aboutKind, recipients, senderName, createdAt, endedAt, nextTryAt, attempts, state }: Mail, about: Props["about"]) {
  const named = (kind: "to" | "cc") => recipients.filter((one) => one.kind === kind).map(({ name, address }) => (name ? `${name} <${address}>` : address));
  return [
    { label: t("mails.people"), value: named("to").join(", ") },
    { label: t("mails.fields.cc"), value: named("cc").join(", ") },
    { label: t("mails.about"), value: about ? <a href={about.href}>{about.label}</a> : t(`mails.topics.${aboutKind}`) },
    { label: t("mails.sender"), value: senderName ?? t("mails.system") },
    { label: t("mails.created_at"), value: formatInstant(createdAt) },
    { label: t("mails.sent_at"), value: state === "sent" && endedAt !== null && formatInstant(endedAt) },
    { label: t("mails.attempts"), value: attempts > 1 && attempts },
    { label: t("mails.next_try"), value: nextTryAt !== null && attempts > 0 && formatInstant(nextTryAt) },
  ].filter(({ value }) => value !== false);
}
