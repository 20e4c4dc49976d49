import type { Reader } from "@/db/open";
import { hideableFields } from "@/db/vocabulary";
import { hidesColumn } from "@/lib/access/hidden";
import { scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import { hides, isOutside, isStaff } from "./oracle";
import { type Name, names, type StaffName } from "./people";
import { viewerOf } from "./scope-cells";
import { asides, now } from "./world";

/** What stands beside the records, for each principal: the log's jobs, a person's own things under somebody else's eyes, a group's contact, hidden columns. */
export function asideCells(reader: Reader, ids: Record<StaffName, number>): { cells: number; wrong: string[] } {
  const system = scopeFor({ kind: "system", locale: "es", zone: "UTC", today: "2026-08-22" }, reader);
  const told = system.select({ id: system.notices.id }).from(system.notices).all().length;
  const wrong: string[] = told > 0 ? [] : ["a job is told of no notice"];
  let cells = 1;
  for (const name of names) {
    const viewer = viewerOf(reader, ids, name);
    if (!viewer) continue;
    for (const [place, [shown, expected]] of Object.entries(asideOf(reader, viewer, name))) {
      cells += 1;
      if (JSON.stringify(shown) !== JSON.stringify(expected)) wrong.push(JSON.stringify({ name, place, shown, expected }));
    }
  }
  return { cells, wrong };
}

function asideOf(reader: Reader, viewer: Viewer, name: Name): Record<string, [shown: unknown, expected: unknown]> {
  const scope = scopeFor(viewer, reader);
  const idsIn = (relation: typeof scope.logLooks | typeof scope.logFiles) =>
    scope
      .select({ id: relation.id })
      .from(relation)
      .all()
      .map(({ id }) => id);
  const administers = name === "marta";
  const sees = isStaff(name) && !isOutside(name);
  const found = scope.select({ id: scope.contacts.id }).from(scope.contacts).all();
  return {
    looks: [idsIn(scope.logLooks), administers ? [asides.look] : []],
    files: [idsIn(scope.logFiles), administers ? [asides.file] : []],
    contact: [found.some(({ id }) => id === asides.contact), sees && seesGroupsContact.includes(name)],
    columns: [hideableFields.filter((field) => hidesColumn(viewer, field)), hideableFields.filter((field) => hides(name, field))],
    others: [hidesColumn(viewer, "name"), false],
    ...lookedThrough(reader, viewer),
  };
}

/** Who reaches a contact that belongs to the group Norte and to no account of theirs: its members as far as groups, and whoever sees all. */
const seesGroupsContact: Name[] = ["marta", "eva", "vera", "clara", "rita", "dora", "elena"];

/** Under somebody else's eyes nothing that is the person's alone; under their own, theirs. */
function lookedThrough(reader: Reader, viewer: Viewer): Record<string, [shown: unknown, expected: unknown]> {
  if (viewer.kind !== "staff") return {};
  const counts = (isOver: boolean) => {
    const scope = scopeFor({ ...viewer, seeing: { name: viewer.name, until: now, isOver } }, reader);
    const { notices, submissions, mailDrafts, savedViews } = scope;
    return [
      ...[notices, mailDrafts, savedViews].map((own) => scope.select({ id: own.id }).from(own).all().length > 0),
      scope.select({ id: submissions.id }).from(submissions).all().length > 0,
    ];
  };
  const own = scopeFor(viewer, reader);
  const has = (relation: typeof own.notices | typeof own.mailDrafts | typeof own.savedViews) => own.select({ id: relation.id }).from(relation).all().length > 0;
  return {
    "looked through": [counts(false), [false, false, false, false]],
    "looked through no more": [counts(true), [has(own.notices), has(own.mailDrafts), has(own.savedViews), true]],
  };
}
