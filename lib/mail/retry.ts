import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { mails } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { retryJob } from "@/lib/jobs/enqueue";
import type { Mail } from "./queries";
import { mayGoAgain } from "./rules";

/** Sends once more, under the same identity, what failed or may not have arrived; to those it was refused for, when others have it.
 *  Throws for a mail that is on its way or reached everybody. */
export function retryMail(tx: Transaction, mail: Mail, now: number): Change {
  if (!mayGoAgain(mail)) throw new RuleError("mails.not_to_retry");
  tx.update(mails).set({ askedAt: now }).where(eq(mails.id, mail.id)).run();
  retryJob(tx, mail.jobId, now);
  const { aboutKind: kind, aboutId: id, accountId, subject } = mail;
  const prospectId = kind === "prospect" ? id : null;
  return { kind, id, accountId, prospectId, before: { mailState: mail.state }, after: { mailId: mail.id, mailSubject: subject, mailState: "queued" } };
}
