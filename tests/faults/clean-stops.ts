import { expect } from "vitest";
import { type Site, startAgain, stopUnderLoad, terminate } from "./shutdowns";

const longestMs = 600;

/** Stops the site under load that often and starts it again. */
export async function stopCleanly(site: Site, times: number): Promise<string> {
  let answered = 0;
  let slowest = 0;
  for (let stop = 0; stop < times; stop += 1) {
    const left = await stopUnderLoad(site, ((stop * 7919) % 101) * (longestMs / 100), terminate);
    const { code, broken, doneUnsaid, walBytes, heldJobs, wrong } = left;
    expect({ code, broken, doneUnsaid, walBytes, heldJobs, wrong }, `stop ${stop}`).toEqual({
      code: 0,
      broken: 0,
      doneUnsaid: 0,
      walBytes: 0,
      heldJobs: 0,
      wrong: [],
    });
    answered += left.answered + left.read;
    slowest = Math.max(slowest, left.tookMs);
    await startAgain(site);
  }
  expect(answered).toBeGreaterThan(times);
  return `${times} stops under load: ${answered} requests answered whole, 0 done and not answered, exit 0 after ${(slowest / 1000).toFixed(1)} s at most, log empty, jobs returned`;
}
