import { actions, type Policy, pages, routes } from "@/lib/access/registry";
import { admitted, deedCells, expectedAt, viewersOf } from "./deed-cells";
import { scopeCells } from "./scope-cells";
import type { MatrixWorld } from "./world";

/** The whole matrix that needs no server: what comes out of each scope, which deeds are allowed, which doors open. */
export function inProcessMatrix({ db, ids }: MatrixWorld): { cells: number; wrong: string[] } {
  const viewers = viewersOf(db, ids);
  const scopes = scopeCells(db, ids);
  const deeds = deedCells(db, ids);
  const doors = [
    ...Object.entries({ ...pages, ...routes }).map(([path, policy]) => ({ policy, place: { path } })),
    ...Object.entries(actions).map(([event, policy]) => ({ policy, place: { event } })),
  ];
  const shut = doors.filter(({ policy, place }) => admitted(policy as Policy, viewers) !== expectedAt(place));
  const wrong = [...scopes.wrong.map((cell) => JSON.stringify(cell)), ...deeds.wrong, ...shut.map(({ place }) => JSON.stringify(place))];
  return { cells: scopes.cells + deeds.cells + doors.length, wrong };
}
