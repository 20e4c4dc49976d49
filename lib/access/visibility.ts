import { inArray, or, type SQL, sql } from "drizzle-orm";
import { accountAccess } from "@/db/schema";
import type { DocumentKind, Module } from "@/db/vocabulary";
import { reachOf } from "./permissions";
import type { Circle, Viewer, Window } from "./viewer";

export const everything = sql`1`;
export const nothing = sql`0`;

/** Rows a viewer may see, before it is said of which table. */
export type Reach = { kind: "all" } | { kind: "circle"; circle: Circle } | { kind: "windows"; windows: Window[]; contactId: number } | { kind: "none" };

export function viewReach(viewer: Viewer, module: Module): Reach {
  switch (viewer.kind) {
    case "system":
      return { kind: "all" };
    case "customer":
      return { kind: "windows", windows: viewer.windows, contactId: viewer.contactId };
    case "staff": {
      const reach = reachOf(viewer, module, "view");
      if (reach === undefined) return { kind: "none" };
      return reach === "all" ? { kind: "all" } : { kind: "circle", circle: viewer.circles[reach] };
    }
    default:
      viewer satisfies never;
      return { kind: "none" };
  }
}

/** True for a row whose account the circle reaches: one probe by the account, which few principals reach. The plus keeps SQLite from
 *  probing once for each principal of the circle instead. */
export function accountIsReached(circle: Circle, accountId: SQL | typeof accountAccess.accountId): SQL {
  return sql`exists (select 1 from ${accountAccess} where ${accountAccess.accountId} = ${accountId} and ${inArray(sql`+${accountAccess.principal}`, circle.principals)})`;
}

/** The same for a list that is walked: of a middling circle the accounts are gathered once, which costs less than some thousand probes.
 *  The plus keeps SQLite from starting at the set, which is not in the list's order. */
export function accountIsAmong(circle: Circle, accountId: SQL): SQL {
  if (circle.size !== "some" || circle.isProbing) return accountIsReached(circle, accountId);
  return sql`+${accountId} in (select ${accountAccess.accountId} from ${accountAccess} where ${inArray(accountAccess.principal, circle.principals)})`;
}

/** Whether a query starts from the accounts a circle reaches. */
export function isStart({ size, isProbing }: Circle): boolean {
  return size === "few" && !isProbing;
}

/** Whether the viewer's queries over the accounts start from those they reach. */
export function startsFromAccounts(viewer: Viewer): boolean {
  const reach = viewReach(viewer, "accounts");
  return reach.kind === "circle" && isStart(reach.circle);
}

/** Whether the viewer's accounts in the order of their names are walked as their own beside the few reached otherwise. */
export function walksOwnAccounts(viewer: Viewer): boolean {
  const reach = viewReach(viewer, "accounts");
  return reach.kind === "circle" && !reach.circle.isProbing && !isStart(reach.circle) && reach.circle.ownerIds.length === 1 && reach.circle.others === "few";
}

/** The identifiers of the accounts that principals reach, each once. */
export function reachedAccountIds(principals: string[]): SQL {
  return sql`select distinct ${accountAccess.accountId} as id from ${accountAccess} where ${inArray(accountAccess.principal, principals)}`;
}

export function inWindows(windows: Window[], accountId: SQL, kind?: DocumentKind): SQL {
  const open = windows.filter(({ kinds }) => kind === undefined || kinds === null || kinds.includes(kind));
  return open.length === 0
    ? nothing
    : inArray(
        accountId,
        open.map((window) => window.accountId),
      );
}

export function either(...conditions: SQL[]): SQL {
  return or(...conditions) ?? nothing;
}
