import type { ReactNode } from "react";
import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { aboutText, toldWhy } from "@/lib/mail/columns";
import type { MailRow } from "@/lib/mail/list";
import { aboutAddress } from "@/lib/mail/rules";
import type { FormAction } from "@/lib/web/form-state";
import { MailStateMark } from "./mail-state";

type Cells = Partial<Record<string, (row: MailRow) => ReactNode>>;

/** The cells of the log that are more than their text. `mayRetry` are those this viewer may send again. */
export function mailCells(retry: FormAction, mayRetry: ReadonlySet<number>): Cells {
  return {
    subject: Subject,
    account: Account,
    about: About,
    state: (row) => <StateCell row={row} retry={mayRetry.has(row.id) ? retry : undefined} />,
    created: ({ createdAt }) => formatInstant(createdAt),
    sent: ({ state, endedAt }) => state === "sent" && endedAt !== null && formatInstant(endedAt),
  };
}

function Subject(row: MailRow) {
  const why = toldWhy(row);
  return (
    <>
      <a href={`/mails/${row.id}`}>{row.subject}</a>
      {why && <small> {why}</small>}
    </>
  );
}

function Account({ accountId, accountName }: MailRow) {
  return accountName !== undefined && <a href={`/accounts/${accountId}`}>{accountName}</a>;
}

function About(row: MailRow) {
  const { aboutKind, aboutId, aboutName } = row;
  const page = aboutName === undefined || aboutKind === "account" ? undefined : aboutAddress(aboutKind, aboutId);
  return page === undefined ? aboutText(row) : <a href={page}>{aboutText(row)}</a>;
}

function StateCell({ row: { id, subject, state, isPartial }, retry }: { row: MailRow; retry?: FormAction }) {
  const word = t(state === "possibly_sent" ? "mails.retry_unsure" : state === "sent" ? "mails.retry_refused" : "mails.retry");
  return (
    <>
      <MailStateMark state={state} isPartial={isPartial} />
      {retry && (
        <div>
          <ButtonForm action={retry} id={`retry-${id}`} hidden={{ id }}>
            <Button look="quiet" aria-label={`${word}: ${subject}`}>
              {word}
            </Button>
          </ButtonForm>
        </div>
      )}
    </>
  );
}
