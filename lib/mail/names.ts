import { inArray } from "drizzle-orm";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { probing } from "@/lib/access/viewer";

/** What the accounts are called that the viewer sees among these. */
export function accountNames({ viewer, reader }: Scope, ids: number[]): Map<number, string> {
  const { accounts, select } = scopeFor(probing(viewer), reader);
  const rows = select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, [...new Set(ids)]))
    .all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type Addressed = { recipients: { name: string | null; address: string }[]; isPartial: boolean };

/** Whom each mail went to, and whether some never got it. */
export function recipientsByMail({ mailRecipients, select }: Scope, ids: number[]): Map<number, Addressed> {
  const { mailId, name, address, refusal, id } = mailRecipients;
  const rows = select({ mailId, name, address, refusal }).from(mailRecipients).where(inArray(mailId, ids)).orderBy(id).all();
  return new Map(
    [...Map.groupBy(rows, (row) => row.mailId)].map(([mail, some]) => [
      mail,
      { recipients: some.map(({ name, address }) => ({ name, address })), isPartial: some.some(({ refusal }) => refusal !== null) },
    ]),
  );
}
