import { and, eq, isNull, ne, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Transaction } from "@/db/open";
import { accounts, company, contactPoints, groups, users } from "@/db/schema";
import type { Scope } from "@/lib/access/scope";
import { RuleError } from "@/lib/core/errors";
import { namesakes } from "@/lib/search/find";
import { isOneOf } from "@/lib/search/one-of";
import { coreOf, isNear } from "./near-names";

type Row = typeof accounts.$inferSelect;

/** Throws for an account just made when there is one with its identification, its phone, its mailbox or its very name: with whose it is, though it
 *  be out of sight, since two would court the same customer. Of those in sight, also when one is called nearly so. To be saved anyway; unless the company
 *  wants nobody to be asked. */
export function refuseDuplicate(tx: Transaction, scope: Scope, id: number) {
  if (tx.select({ asks: company.asksDuplicates }).from(company).get()?.asks === false) return;
  const made = tx.select().from(accounts).where(eq(accounts.id, id)).get()!;
  for (const [field, condition] of signsOf(tx, made)) {
    const other = tx
      .select({ name: accounts.name, owner: ownerName(accounts) })
      .from(accounts)
      .where(and(condition, ne(accounts.id, id), isNull(accounts.deletedAt)))
      .limit(1)
      .get();
    if (other) throw duplicate("possible_duplicate", field, other);
  }
  const near = nearestTo(scope, made);
  if (near) throw duplicate("similar_name", "name", near);
}

function duplicate(code: "possible_duplicate" | "similar_name", field: string, { name, owner }: { name: string; owner: string | null }): RuleError {
  return new RuleError(`accounts.${code}${owner === null ? "" : "_of"}`, field, owner === null ? { name } : { name, owner }, "saveDuplicateAnyway");
}

function nearestTo(scope: Scope, { id, name }: Row): { name: string; owner: string | null } | undefined {
  const core = coreOf(name);
  return scope
    .select({ name: scope.accounts.name, owner: ownerName(scope.accounts) })
    .from(scope.accounts)
    .where(and(isOneOf(scope.accounts.id, namesakes(scope, "account", core)), ne(scope.accounts.id, id)))
    .orderBy(scope.accounts.nameKey, scope.accounts.id)
    .all()
    .find((other) => isNear(core, coreOf(other.name)));
}

function ownerName({ ownerId, ownerGroupId }: Record<"ownerId" | "ownerGroupId", SQLWrapper>): SQL<string | null> {
  return sql`coalesce((select ${users.name} from ${users} where ${users.id} = ${ownerId}), (select ${groups.name} from ${groups} where ${groups.id} = ${ownerGroupId}))`;
}

function signsOf(tx: Transaction, { id, taxIdKey, phoneE164, emailKey, nameKey }: Row): [field: string, condition: SQL][] {
  const points = tx.select({ kind: contactPoints.kind, key: contactPoints.valueKey }).from(contactPoints).where(eq(contactPoints.accountId, id)).all();
  const keys = (kind: "phone" | "email", main: string | null) => [main, ...points.filter((point) => point.kind === kind).map(({ key }) => key)];
  return [
    ...(taxIdKey === null ? [] : [["taxId", eq(accounts.taxIdKey, taxIdKey)] as [string, SQL]]),
    ...keys("phone", phoneE164).flatMap((key) => (key === null ? [] : [["phone", reachedBy(key, sql`a.phone_e164`)] as [string, SQL]])),
    ...keys("email", emailKey).flatMap((key) => (key === null ? [] : [["email", reachedBy(key, sql`a.email_key`)] as [string, SQL]])),
    ["name", eq(accounts.nameKey, nameKey)],
  ];
}

/** The main phone and mailbox stand in the search, which finds them among a million at once, and are compared whole however many are alike;
 *  the others have an index of their own. */
function reachedBy(key: string, column: SQL): SQL {
  const phrase = `body : "${key.replace("+", "").replaceAll('"', '""')}"`;
  const main = sql`select a.id from search_words f cross join accounts a on a.id = f.rowid - (1 << 48)
    where f.search_words match ${phrase} and f.rowid > (1 << 48) and f.rowid < (2 << 48) and ${column} = ${key}`;
  const others = sql`select p.account_id from contact_points p where p.value_key = ${key} and p.account_id is not null`;
  return sql`${accounts.id} in (${main} union all ${others})`;
}
