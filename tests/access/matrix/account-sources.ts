import type { Scope } from "@/lib/access/scope";
import { type Kind, type RecordRef, sets } from "./facts";
import { isOwnedWithin, isReachedOtherwise, isStaff, moduleOf, reach, sees, seesRecord } from "./oracle";
import type { Name } from "./people";

export type Source = { kinds: Kind[]; ids: (scope: Scope) => (number | null)[]; expected?: (name: Name, ref: RecordRef, shape: string) => boolean };
type Row = { id: number | null };

export const all = (rows: Row[]) => rows.map(({ id }) => id);
export const teamOnly = (name: Name, ref: RecordRef) => isStaff(name) && seesRecord(name, ref);

/** Of whoever reaches few, these start from what is reached instead. */
export const isOwn = (name: Name, ref: RecordRef, shape: string) =>
  isStaff(name) && sees(name, ref) && (reach(name, moduleOf[ref.kind], "view") === "all" || (shape !== "few" && isOwnedWithin(name, ref)));

/** Where an account, and what has its number, comes out of. */
export const accountSources: Record<string, Source> = {
  accounts: { kinds: ["account"], ids: (s) => all(s.select({ id: s.accounts.id }).from(s.accounts).all()) },
  ownAccounts: { kinds: ["account"], ids: (s) => all(s.select({ id: s.ownAccounts.id }).from(s.ownAccounts).all()), expected: isOwn },
  otherAccounts: {
    kinds: ["account"],
    ids: (s) => all(s.select({ id: s.otherAccounts.id }).from(s.otherAccounts).all()),
    expected: (name, ref) => isStaff(name) && sees(name, ref) && isReachedOtherwise(name, ref),
  },
  accountShares: {
    kinds: ["account"],
    ids: (s) => all(s.select({ id: s.accountShares.accountId }).from(s.accountShares).all()),
    expected: (name, { set }) => "sharedWith" in sets[set] && teamOnly(name, { set, kind: "relation" }),
  },
  accountTags: {
    kinds: ["account"],
    ids: (s) => all(s.select({ id: s.accountTags.accountId }).from(s.accountTags).all()),
    expected: (name, { set }) => teamOnly(name, { set, kind: "relation" }),
  },
  accountAddresses: {
    kinds: ["account"],
    ids: (s) => all(s.select({ id: s.accountAddresses.accountId }).from(s.accountAddresses).all()),
    expected: (name, { set }) => teamOnly(name, { set, kind: "relation" }),
  },
};
