import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { queueMail, setMailServer, states } from "../support/mail-world";
import { promise } from "../support/promise";
import { smtpServer } from "../support/smtp-server";
import { stopCleanly } from "./clean-stops";
import { childNamed, isAlive } from "./lives";
import { askForDrawing, cut, drawings, look, type Site, site, startAgain, stopUnderLoad, terminate, terminateTwice } from "./shutdowns";

const times = 8;

let company: Site;
beforeAll(async () => {
  company = await site();
});
beforeEach(async () => {
  if (!isAlive(company.server.pid)) await startAgain(company);
});
afterAll(() => company.server.stop());

test(`${times} stops under load answer what was accepted`, async () => {
  promise("O4", await stopCleanly(company, times));
}, 300_000);

test("a drawing that does not end goes back to the queue, and its process with it; a mail its server is silent about is told", async () => {
  await using silent = await smtpServer();
  silent.state.behaviour = { isMute: "after_data" };
  look(company, (db) => {
    setMailServer(db, silent);
    queueMail(db, {}, Date.now());
  });
  await expect.poll(() => silent.received.length, { timeout: 30_000 }).toBe(1);
  askForDrawing(company);
  const worker = childNamed(company.server.pid, "worker")!;
  const drawing = await vi.waitFor(() => childNamed(worker, "render-child") ?? Promise.reject(new Error("nobody draws")), { timeout: 30_000, interval: 1 });
  process.kill(drawing, "SIGSTOP");
  const { code, tookMs, heldJobs, walBytes, wrong, ...left } = await stopUnderLoad(company, 0, terminate);
  expect({ code, heldJobs, walBytes, wrong }).toEqual({ code: 0, heldJobs: 0, walBytes: 0, wrong: [] });
  expect(left.drawings).toContain("queued");
  expect(left.drawings).not.toContain("parked");
  expect(tookMs).toBeLessThan(10_000);
  expect(isAlive(drawing)).toBe(false);
  expect(look(company, states)).toEqual(["possibly_sent"]);
}, 120_000);

test("a process that had to be cut off is no clean stop", async () => {
  process.kill(childNamed(company.server.pid, "worker")!, "SIGSTOP");
  const { code, wrong } = await stopUnderLoad(company, 0, terminate);
  expect({ code, wrong }).toEqual({ code: 70, wrong: [] });
  expect(company.server.output()).toContain("Cartera no pudo terminar en orden");
  await startAgain(company);
  expect(look(company, drawings)).not.toContain("parked");
}, 120_000);

test("a second signal does not wait, and loses nothing that was answered", async () => {
  const { code, wrong } = await stopUnderLoad(company, 300, terminateTwice);
  expect({ code, wrong }).toEqual({ code: 143, wrong: [] });
}, 120_000);

test("the same look turns red for a process that is cut off", async () => {
  const { walBytes, wrong, broken, doneUnsaid } = await stopUnderLoad(company, 500, cut);
  expect(walBytes).toBeGreaterThan(0);
  expect(broken.length + doneUnsaid).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
}, 120_000);
