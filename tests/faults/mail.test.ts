import { expect, test } from "vitest";
import { faultPoints } from "../support/fault-points";
import { promise } from "../support/promise";
import { crashed, told } from "./mail-crashes";

test("a worker that dies at any point of a mail loses none, doubles none by itself, and says which may have gone", async () => {
  const fates = await crashed([...faultPoints]);
  expect(told(fates.first)).toEqual([
    "after_claim sent 1",
    "before_send sent 1",
    "handed_over possibly_sent 0",
    "after_250 possibly_sent 1",
    "after_commit sent 1",
  ]);
  expect(told(fates.retried)).toEqual(["after_claim sent 1", "before_send sent 1", "handed_over sent 1", "after_250 sent 2", "after_commit sent 1"]);
  promise("J1", `${faultPoints.length} kills of the worker at the points of a mail: 0 lost, 0 doubled unasked, 1 sent twice by a person under one Message-ID`);
});

test("a worker that does not write down that it hands a mail over sends it twice: the harness notices", async () => {
  const { first } = await crashed(["after_250"], { isForgetful: true });
  expect(told(first)).toEqual(["after_250 sent 2"]);
});
