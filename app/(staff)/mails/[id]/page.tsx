import { page } from "@/app/frame";
import { MailPage } from "@/components/mail/mail-page";
import { canRetryMail } from "@/lib/mail/policy";
import { mayGoAgain } from "@/lib/mail/rules";
import { aboutOfMail, findMailToRetry } from "@/lib/web/mail-subject";
import { missing } from "@/lib/web/page";
import { retry } from "../actions";

const lookMs = 60_000;

export default page("/mails/[id]", (scope, { params }) => {
  const mail = findMailToRetry(scope, Number(params.id));
  if (!mail) return missing;
  const { state, askedAt } = mail;
  const mayRetry = mayGoAgain(mail) && canRetryMail(scope.viewer, mail);
  const isMoving = (state === "queued" || state === "sending") && Date.now() - askedAt < lookMs;
  return <MailPage mail={mail} about={aboutOfMail(scope, mail)} retry={mayRetry ? retry : undefined} isMoving={isMoving} />;
});
