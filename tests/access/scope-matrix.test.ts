import { expect, test } from "vitest";
import { actions, type Policy, pages } from "@/lib/access/registry";
import { routes } from "@/lib/access/routes";
import { promise } from "../support/promise";
import { admitted, expectedAt, viewersOf } from "./matrix/deed-cells";
import { inProcessMatrix } from "./matrix/in-process";
import { offDifference } from "./matrix/off-cells";
import { matrixWorld } from "./matrix/world";

test("every scope holds, every deed is allowed and every door opens exactly as the permission model says", () => {
  const { cells, wrong } = inProcessMatrix(matrixWorld());
  promise("A1", `${cells} cells of principal and record, deed or door in process`);
  expect(wrong).toEqual([]);
  expect(cells).toBeGreaterThan(30_000);
});

test("each policy exchanged for a wider or another one lets in somebody whom the model keeps out, or the other way round", () => {
  const { db, ids } = matrixWorld();
  const viewers = viewersOf(db, ids);
  const doors = [
    ...Object.entries<Policy>({ ...pages, ...routes }).map(([path, policy]) => ({ policy, place: { path } })),
    ...Object.entries<Policy>(actions).map(([event, policy]) => ({ policy, place: { event } })),
  ];
  const others: Policy[] = ["open", "team", "customer"];
  const survivors = doors.flatMap(({ policy, place }) =>
    others
      .filter((other) => JSON.stringify(other) !== JSON.stringify(policy) && admitted(other, viewers) === expectedAt(place))
      .map((other) => `${JSON.stringify(place)} as ${JSON.stringify(other)}`),
  );
  promise("A1", `${doors.length} policies, exchanged for ${others.join(", ")}: ${survivors.length} not noticed`);
  expect(survivors).toEqual([]);
  db.$client.close();
});

test("without a module nobody sees its papers, and everybody all others", () => {
  const { db, ids } = matrixWorld();
  expect(offDifference(db, ids)).toBeUndefined();
  db.$client.close();
});
