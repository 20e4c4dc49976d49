import { and, inArray, type SQL } from "drizzle-orm";
import { cursorAt, keyset } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { filtersMark, writeCursor } from "@/lib/core/cursor";
import { fold } from "@/lib/core/text";
import type { MailFilters } from "./filters";
import { accountNames } from "./names";

/** A page looks through so many mails at most, as many at once, and says where to go on: a log has no end. */
export const mostLooked = 2_000;
const atOnce = 500;

type Named = { ids: number[]; further?: { next?: string; previous?: string } };

/** Ids of the next mails whose subject, recipients or account hold every word, however spelt; and the place to go on from when there was no end. */
export function mailsNamed(scope: Scope, filters: MailFilters, among: (SQL | undefined)[], wanted: number): Named {
  const { mails } = scope;
  const { id, subject, accountId } = mails;
  const words = fold(filters.q).split(/\s+/);
  const isBack = filters.cursor?.filters === filtersMark(filters) && filters.cursor.isBack;
  const ids: number[] = [];
  let { cursor } = filters;
  for (let looked = 0; looked < mostLooked; looked += atOnce) {
    const { where, orderBy, limit } = keyset({ ...filters, cursor }, id, id, atOnce - 1);
    const rows = scope
      .select({ id, subject, accountId })
      .from(mails)
      .where(and(where, ...among))
      .orderBy(...orderBy)
      .limit(limit)
      .all();
    const told = textsOf(scope, rows);
    ids.push(...rows.filter((row) => words.every((word) => told(row).includes(word))).map((row) => row.id));
    if (ids.length >= wanted || rows.length < atOnce) return { ids };
    const last = rows.at(-1)!.id;
    cursor = cursorAt(filters, { value: last, id: last, isBack });
  }
  return { ids, further: { [isBack ? "previous" : "next"]: cursor && writeCursor(cursor) } };
}

type Row = { id: number; subject: string; accountId: number | null };

function textsOf(scope: Scope, rows: Row[]): (row: Row) => string {
  const { mailId, name, address } = scope.mailRecipients;
  const recipients = Map.groupBy(
    scope
      .select({ mailId, name, address })
      .from(scope.mailRecipients)
      .where(
        inArray(
          mailId,
          rows.map(({ id }) => id),
        ),
      )
      .all(),
    (one) => one.mailId,
  );
  const names = accountNames(
    scope,
    rows.flatMap(({ accountId }) => accountId ?? []),
  );
  return ({ id, subject, accountId }) =>
    fold([subject, accountId && names.get(accountId), ...(recipients.get(id) ?? []).flatMap((one) => [one.name, one.address])].join(" "));
}
