import type { DocumentKind, HideableField, Module, ReachName, Verb } from "@/db/vocabulary";

export type Grants = { readonly [M in Module]?: { readonly [V in Verb]?: ReachName } };

/** Whom a reach stands for: owners of records, and principals of `account_access` (`u7`, `c7`, `g3`). `size` is how many accounts they
 *  reach, `others` how many of them otherwise than as their owners. */
export type Circle = { ownerIds: number[]; principals: string[]; size: CircleSize; others: CircleSize; isProbing?: true };

/** Those that reach an account otherwise than as its owner. */
export function otherPrincipals(ownerIds: readonly number[], principals: readonly string[]): string[] {
  const owners = new Set(ownerIds.map((id) => `u${id}`));
  return principals.filter((principal) => !owners.has(principal));
}

/** How many accounts a circle reaches, as far as it decides how they are looked for: started from, gathered in a set, probed one by one. */
export type CircleSize = "few" | "some" | "many";

export type StaffViewer = {
  kind: "staff";
  userId: number;
  name: string;
  isAdmin: boolean;
  locale: "es" | "en";
  zone: string;
  /** The viewer's own date today, `YYYY-MM-DD`. */
  today: string;
  /** What the profiles give, that of modules which are switched off among it: ask `reachOf`. */
  grants: Grants;
  /** The modules that the company has switched off: nobody does anything in them. */
  off: readonly Module[];
  hidden: HideableField[];
  circles: Record<Exclude<ReachName, "all">, Circle>;
  /** There while an administrator sees the product as this person does, and after that until they say that they know it is over. */
  seeing?: Seeing;
};

/** `name` is whose eyes these are, undefined when they have left; `until` in UTC milliseconds. */
export type Seeing = { name: string | undefined; until: number; isOver: boolean };

/** The same viewer for a record's own page: there the record's index leads and each row is probed, however few are reached. */
export function probing<V extends Viewer>(viewer: V): V {
  if (viewer.kind !== "staff") return viewer;
  const { own, group, subordinates } = viewer.circles;
  const walk = (circle: Circle): Circle => ({ ...circle, isProbing: true });
  return { ...viewer, circles: { own: walk(own), group: walk(group), subordinates: walk(subordinates) } };
}

/** Takes `probing` back: for what a record's page asks of the list it stands in. */
export function listing<V extends Viewer>(viewer: V): V {
  if (viewer.kind !== "staff") return viewer;
  const { own, group, subordinates } = viewer.circles;
  const start = ({ isProbing: _, ...circle }: Circle): Circle => circle;
  return { ...viewer, circles: { own: start(own), group: start(group), subordinates: start(subordinates) } };
}

/** What one relation of a portal contact opens: the account, and the kinds shown there (null: every published one). */
export type Window = { accountId: number; kinds: DocumentKind[] | null };

export type CustomerViewer = {
  kind: "customer";
  portalUserId: number;
  contactId: number;
  name: string;
  zone: string;
  today: string;
  windows: Window[];
  /** There while an administrator sees the portal as this customer does. */
  seeing?: Seeing;
};

/** Jobs and set-up: sees everything, is named in every event. */
export type SystemViewer = { kind: "system"; locale: "es" | "en"; zone: string; today: string };

export type Viewer = StaffViewer | CustomerViewer | SystemViewer;

/** A record as permission sees it: whose it is, and who reaches its account. */
export type Owned = { ownerId: number | null; principals?: readonly string[] };
