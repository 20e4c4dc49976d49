import leven from "leven";
import type { Scope } from "@/lib/access/scope";
import { fold } from "@/lib/core/text";
import type { SearchKind } from "./find";
import { isOneOf } from "./one-of";

/** Ids of the records that hold a term in their name, or in what was noted, at most `limit`: of those that one sees, and of all there are, which is asked faster. */
type Holding = { seen: (terms: string, limit: number) => number[]; all: (terms: string, limit: number) => number[] };

/** A name is compared when it shares the rarest letters typed, and so many are at most. */
const mostCompared = 1000;
const mostCounted = 3000;
const mostLookedFor = 3;

/** Ids of the records whose name has a word close to each of these, the closest first. */
export function nearly(scope: Scope, kind: SearchKind, words: string[], holding: Holding): number[] {
  if (words.some((word) => word.length < 4 || /\d/.test(word))) return [];
  const rarest = rarestTrigrams(words, holding);
  if (rarest.length === 0) return [];
  return namesOf(scope, kind, holding.seen(rarest.map(quoted).join(" OR "), mostCompared))
    .map(({ id, name }) => ({ id, distance: distanceTo(fold(name), words) }))
    .filter(({ distance }) => Number.isFinite(distance))
    .sort((a, b) => a.distance - b.distance || a.id - b.id)
    .map(({ id }) => id);
}

/** Three letters in a row that stand in few names, and in some that one sees; those round the wrong letter mostly stand in none. */
function rarestTrigrams(words: string[], holding: Holding): string[] {
  const trigrams = new Set(words.flatMap((word) => Array.from({ length: word.length - 2 }, (_, place) => word.slice(place, place + 3))));
  const rarestFirst = [...trigrams]
    .map((trigram) => ({ trigram, count: holding.all(quoted(trigram), mostCounted).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count);
  const rarest: string[] = [];
  for (const { trigram } of rarestFirst) {
    if (rarest.length === mostLookedFor) break;
    if (holding.seen(quoted(trigram), 1).length > 0) rarest.push(trigram);
  }
  return rarest;
}

function quoted(trigram: string): string {
  return `"${trigram}"`;
}

/** Letters that are wrong, in all; infinite when a word is like none of the name's. */
function distanceTo(name: string, words: string[]): number {
  const there = name.split(/[^\p{L}\p{N}]+/u);
  return words.reduce((sum, word) => sum + closest(word, there), 0);
}

function closest(word: string, there: string[]): number {
  const tolerated = word.length < 6 ? 1 : 2;
  const distance = Math.min(...there.map((one) => leven(word, one, { maxDistance: tolerated + 1 })));
  return distance > tolerated ? Number.POSITIVE_INFINITY : distance;
}

function namesOf(scope: Scope, kind: SearchKind, ids: number[]): { id: number; name: string }[] {
  const { accounts, activities, contacts, prospects, catalogItems } = scope;
  switch (kind) {
    case "account":
      return scope.select({ id: accounts.id, name: accounts.name }).from(accounts).where(isOneOf(accounts.id, ids)).all();
    case "contact": {
      const { id, givenName, familyName } = contacts;
      const rows = scope.select({ id, givenName, familyName }).from(contacts).where(isOneOf(id, ids)).all();
      return rows.map((row) => ({ id: row.id, name: `${row.givenName} ${row.familyName}` }));
    }
    case "prospect": {
      const { id, personName, companyName } = prospects;
      const rows = scope.select({ id, personName, companyName }).from(prospects).where(isOneOf(id, ids)).all();
      return rows.map((row) => ({ id: row.id, name: `${row.personName} ${row.companyName ?? ""}` }));
    }
    case "activity": {
      const { id, subject, notes, result } = activities;
      const rows = scope.select({ id, subject, notes, result }).from(activities).where(isOneOf(id, ids)).all();
      return rows.map((row) => ({ id: row.id, name: `${row.subject} ${row.notes ?? ""} ${row.result ?? ""}` }));
    }
    case "catalog_item":
      return scope.select({ id: catalogItems.id, name: catalogItems.name }).from(catalogItems).where(isOneOf(catalogItems.id, ids)).all();
    default:
      kind satisfies never;
      return [];
  }
}
