import { expect } from "vitest";
import { type Site, startAgain, stopUnderLoad, terminate } from "./shutdowns";

const longestMs = 1200;
const mostMs = 10_000;

/** Stops the site under load that often and starts it again. */
export async function stopCleanly(site: Site, times: number): Promise<string> {
  let answered = 0;
  let slowest = 0;
  let whileDrawing = 0;
  for (let stop = 0; stop < times; stop += 1) {
    const left = await stopUnderLoad(site, ((stop * 7919) % 101) * (longestMs / 100), terminate);
    const { code, broken, doneUnsaid, walBytes, heldJobs, wrong } = left;
    await startAgain(site);
    expect({ code, broken, doneUnsaid, walBytes, heldJobs, wrong }, `stop ${stop}`).toEqual({
      code: 0,
      broken: [],
      doneUnsaid: 0,
      walBytes: 0,
      heldJobs: 0,
      wrong: [],
    });
    expect(
      left.drawings.filter((state) => state !== "done" && state !== "queued"),
      `stop ${stop}`,
    ).toEqual([]);
    answered += left.answered + left.read;
    slowest = Math.max(slowest, left.tookMs);
    whileDrawing += Number(left.wasDrawing);
  }
  expect(answered).toBeGreaterThan(times);
  expect(whileDrawing).toBeGreaterThan(0);
  expect(slowest).toBeLessThanOrEqual(mostMs);
  return `${times} stops under load, ${whileDrawing} while a paper was drawn: ${answered} requests answered whole, 0 broken or done and not answered, exit 0 after ${(slowest / 1000).toFixed(1)} s at most, log empty, jobs done or returned`;
}
