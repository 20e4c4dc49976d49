import type { Reader } from "@/db/open";
import { actions, type Policy, pages } from "@/lib/access/registry";
import { routes } from "@/lib/access/routes";
import { asideCells } from "./aside-cells";
import { admitted, deedCells, expectedAt, viewersOf } from "./deed-cells";
import { scopeCells } from "./scope-cells";
import type { MatrixWorld } from "./world";

/** The whole matrix that needs no server: which doors open, which deeds are allowed, what comes out of each scope. */
export function inProcessMatrix({ db, ids }: MatrixWorld): { cells: number; wrong: string[] } {
  const stages = [doorCells(db, ids), deedCells(db, ids), scopeCells(db, ids), asideCells(db, ids)];
  return { cells: stages.reduce((sum, { cells }) => sum + cells, 0), wrong: stages.flatMap(({ wrong }) => wrong) };
}

/** The first that differs, which is enough to notice a slip. */
export function firstDifference({ db, ids }: MatrixWorld): string | undefined {
  return doorCells(db, ids).wrong[0] ?? scopeCells(db, ids, true).wrong[0] ?? deedCells(db, ids).wrong[0] ?? asideCells(db, ids).wrong[0];
}

function doorCells(reader: Reader, ids: MatrixWorld["ids"]): { cells: number; wrong: string[] } {
  const viewers = viewersOf(reader, ids);
  const doors = [
    ...Object.entries<Policy>({ ...pages, ...routes }).map(([path, policy]) => ({ policy, place: { path } })),
    ...Object.entries<Policy>(actions).map(([event, policy]) => ({ policy, place: { event } })),
  ];
  const wrong = doors.filter(({ policy, place }) => admitted(policy, viewers) !== expectedAt(place));
  return { cells: doors.length, wrong: wrong.map(({ place }) => JSON.stringify(place)) };
}
