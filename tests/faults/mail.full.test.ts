import { expect, test } from "vitest";
import { faultPoints } from "../support/fault-points";
import { promise } from "../support/promise";
import { crashed } from "./mail-crashes";

const crashes = 200;
const limitMs = 20 * 60_000;

test(`${crashes} kills of the worker at every point of a mail: none lost, and twice only what a person sends again`, { timeout: limitMs }, async () => {
  const { first, retried } = await crashed(Array.from({ length: crashes }, (_, place) => faultPoints[place % faultPoints.length]!));
  const unsure = first.filter(({ state }) => state === "possibly_sent");
  expect(new Set(unsure.map(({ point }) => point))).toEqual(new Set(["handed_over", "after_250"]));
  expect(first.filter(({ state, copies }) => (state === "sent" ? copies !== 1 : copies > 1))).toEqual([]);
  expect(retried.filter(({ state, copies }) => state !== "sent" || copies === 0)).toEqual([]);
  const doubled = retried.filter(({ copies }) => copies > 1);
  expect(doubled.every(({ point, copies }) => point === "after_250" && copies === 2)).toBe(true);
  promise(
    "J1",
    `${crashes} kills at the points of a mail: 0 lost, ${unsure.length} told as possibly sent, ${doubled.length} sent twice by a person, each under one Message-ID`,
  );
});
