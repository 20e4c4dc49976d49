import { and, eq, gte, lte, or, type SQL, sql } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { isFound } from "@/lib/search/find";
import type { Chip, DocumentFilters } from "./filters";

export type Documents = ReturnType<Scope["documents"]>;

/** The words of the partial indexes stand as they are written there, or SQLite would not use them. */
export function conditions(scope: Scope, documents: Documents, { q, from, to, owner, account }: DocumentFilters): (SQL | undefined)[] {
  return [
    sql`${documents.isCurrent} = 1`,
    q === "" ? undefined : found(scope, documents, q),
    from === undefined ? undefined : gte(documents.issuedOn, from),
    to === undefined ? undefined : lte(documents.issuedOn, to),
    owner === undefined ? undefined : eq(documents.ownerId, owner),
    account === undefined ? undefined : eq(documents.accountId, account),
  ];
}

/** By number as printed, or only its digits; by customer as all the accounts are found, of which few may have a document. */
function found(scope: Scope, documents: Documents, text: string): SQL {
  const number = /^\D*0*(\d{1,9})(?: r\d+)?$/i.exec(text)?.[1];
  const byNumber = number === undefined ? undefined : eq(documents.number, Number(number));
  return or(byNumber, isFound(scope, "account", documents.accountId, text, { isWhole: true }))!;
}

type Marked = Pick<Documents, "status" | "balanceMinor" | "dueOn" | "validUntil">;

export function chipIs(documents: Marked, chip: Chip | undefined, today: string): SQL | undefined {
  // Drafts and voided papers owe nothing, so what is owed says that it was issued.
  const open = sql`${documents.balanceMinor} > 0`;
  switch (chip) {
    case undefined:
      return undefined;
    case "draft":
      return eq(documents.status, "draft");
    case "to_collect":
      return open;
    case "overdue":
      return sql`${open} and ${documents.dueOn} < ${today}`;
    case "paid":
      return sql`${documents.balanceMinor} = 0 and ${documents.status} = 'issued'`;
    case "expired":
      return and(eq(documents.status, "sent"), sql`${documents.validUntil} < ${today}`);
    case "sent":
      return and(eq(documents.status, "sent"), gte(documents.validUntil, today));
    default:
      return eq(documents.status, chip);
  }
}
