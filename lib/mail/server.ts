import { and, eq } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { mailServer, outbox } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { isMailbox } from "./clean";
import { mailJob } from "./enqueue";
import type { MailServerInput } from "./forms";
import { sealPassword } from "./password";

type Row = typeof mailServer.$inferSelect;

/** Sets the one server mail goes through; what waited for it is tried at once. A blank password keeps the one there is, for the same user on
 *  the same server alone: it must never travel to another. Throws when a password would go over an open line, or is missing. */
export function saveMailServer(tx: Transaction, { password, ...input }: MailServerInput, now: number): Change {
  for (const field of ["fromAddress", "replyTo"] as const)
    if (input[field] !== null && !isMailbox(input[field])) throw new RuleError("mails.bad_address", field, { address: input[field] });
  const before = tx.select().from(mailServer).get();
  const passwordSealed = sealedFor(input, password, before);
  const row = { ...input, passwordSealed, failingSince: null, failure: null, retryAt: null, updatedAt: now };
  const after = before
    ? tx
        .update(mailServer)
        .set({ ...row, version: before.version + 1 })
        .returning()
        .get()
    : tx
        .insert(mailServer)
        .values({ id: 1, ...row, createdAt: now })
        .returning()
        .get();
  tx.update(outbox)
    .set({ runAt: now })
    .where(and(eq(outbox.state, "queued"), eq(outbox.kind, mailJob)))
    .run();
  return { kind: "mail_server", id: 1, before: before ? told(before) : null, after: told(after) };
}

function sealedFor({ host, port, security, userName }: Omit<MailServerInput, "password">, password: string | null, before: Row | undefined): string | null {
  if (userName === null) {
    if (password !== null) throw new RuleError("mails.no_user", "userName");
    return null;
  }
  if (security === "none") throw new RuleError("mails.open_line", "security");
  if (password !== null) return sealPassword(password);
  const isSame = before?.host === host && before.port === port && before.userName === userName && before.security === security;
  if (!isSame || before.passwordSealed === null) throw new RuleError("mails.no_password", "password");
  return before.passwordSealed;
}

/** History tells that it changed, never the password, not even sealed. */
function told({ host, port, security, userName, fromName, fromAddress, replyTo }: Row) {
  return { host, port, security, userName, fromName, fromAddress, replyTo };
}
