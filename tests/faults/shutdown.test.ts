import { afterAll, beforeAll, expect, test } from "vitest";
import { promise } from "../support/promise";
import { stopCleanly } from "./clean-stops";
import { cut, type Site, site, startAgain, stopUnderLoad, terminateTwice } from "./shutdowns";

const times = 8;

let company: Site;
beforeAll(async () => {
  company = await site();
});
afterAll(() => company.server.stop());

test(`${times} stops under load answer what was accepted`, async () => {
  promise("O4", await stopCleanly(company, times));
}, 300_000);

test("a second signal does not wait, and loses nothing that was answered", async () => {
  const { code, wrong } = await stopUnderLoad(company, 300, terminateTwice);
  expect({ code, wrong }).toEqual({ code: 143, wrong: [] });
  await startAgain(company);
}, 120_000);

test("the same look turns red for a process that is cut off", async () => {
  const { walBytes, wrong } = await stopUnderLoad(company, 500, cut);
  expect(walBytes).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
  await startAgain(company);
}, 120_000);
