import { expect, test } from "vitest";
import { scopeCells } from "./matrix/scope-cells";
import { matrixWorld } from "./matrix/world";

test("every scope holds exactly what the permission model says", () => {
  const { db, ids } = matrixWorld();
  const { cells, records, wrong } = scopeCells(db, ids);
  console.log(cells, records);
  expect(wrong.map((one) => JSON.stringify(one))).toEqual([]);
});
