import { afterEach, expect, test, vi } from "vitest";
import { isWorkerAlive, noteWorkerAlive } from "@/lib/web/heartbeat";

afterEach(() => void vi.useRealTimers());

test("a worker is alive for a minute after it was heard of, and at the start", () => {
  vi.useFakeTimers({ toFake: ["performance"], now: 0 });
  expect(isWorkerAlive()).toBe(true);
  vi.advanceTimersByTime(61_000);
  expect(isWorkerAlive()).toBe(false);
  noteWorkerAlive();
  expect(isWorkerAlive()).toBe(true);
  vi.advanceTimersByTime(59_000);
  expect(isWorkerAlive()).toBe(true);
  vi.advanceTimersByTime(2_000);
  expect(isWorkerAlive()).toBe(false);
});
