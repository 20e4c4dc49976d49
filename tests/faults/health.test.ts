import { renameSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hasRoom } from "@/lib/web/health";
import { promise } from "../support/promise";
import { type RunningServer, startServer } from "../support/server";
import { childNamed } from "./lives";

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test("a stranger learns whether it works and no more, and its pulse needs no data", async () => {
  expect(await said("/api/health")).toEqual([200, '{"ok":true}']);
  expect(await said("/api/health/live")).toEqual([200, '{"ok":true}']);

  renameSync(server.dataDir, `${server.dataDir}-gone`);
  const startedAt = performance.now();
  await expect.poll(() => said("/api/health"), { timeout: 60_000, interval: 100 }).toEqual([503, '{"ok":false}']);
  const tookMs = performance.now() - startedAt;
  expect(await said("/api/health/live")).toEqual([200, '{"ok":true}']);

  renameSync(`${server.dataDir}-gone`, server.dataDir);
  await expect.poll(() => said("/api/health"), { timeout: 60_000, interval: 100 }).toEqual([200, '{"ok":true}']);
  promise("O5", `not ready ${(tookMs / 1000).toFixed(1)} s after the folder takes no write, ready again by itself; the body says ok or not`);
});

test("a worker that died is started again", async () => {
  const first = childNamed(server.pid, "worker")!;
  process.kill(first, "SIGKILL");
  await expect.poll(() => childNamed(server.pid, "worker") ?? first, { timeout: 60_000 }).not.toBe(first);
  expect(await said("/api/health")).toEqual([200, '{"ok":true}']);
});

test("little room is a twentieth of a small disk and half a gigabyte of a large one", () => {
  const gigabytes = (blocks: number, bavail: number) => hasRoom({ blocks: blocks * 1024, bavail: bavail * 1024, bsize: 1024 * 1024 });
  expect([gigabytes(1, 0.06), gigabytes(1, 0.04), gigabytes(1000, 0.6), gigabytes(1000, 0.4)]).toEqual([true, false, true, false]);
});

async function said(path: string): Promise<[number, string]> {
  const answer = await fetch(`${server.url}${path}`);
  return [answer.status, await answer.text()];
}
