import { expect, test } from "vitest";
import { applyMigrations } from "@/db/migrate";
import { connect, openDatabase } from "@/db/open";
import { storageTrouble } from "@/db/storage";
import { write } from "@/db/write";
import { enqueue } from "@/lib/jobs/enqueue";
import type { EffectHandler } from "@/lib/jobs/handler";
import { claim } from "@/lib/jobs/queue";
import { onceThereIsRoom } from "@/lib/jobs/room";
import { runEffect } from "@/lib/jobs/run";

const failing = (code: string) => Object.assign(new Error(code), { code });

test("a full disk is told from a failing one, and both from anything else, also behind another error", () => {
  expect(["SQLITE_FULL", "ENOSPC", "EDQUOT", "SQLITE_IOERR_SHMSIZE"].map((code) => storageTrouble(failing(code)))).toEqual(Array(4).fill("full"));
  expect(["SQLITE_IOERR_FSYNC", "SQLITE_IOERR_WRITE", "EIO"].map((code) => storageTrouble(failing(code)))).toEqual(Array(3).fill("failing"));
  expect([failing("SQLITE_BUSY"), failing("ENOENT"), new Error("EIO"), "EIO", undefined].map(storageTrouble)).toEqual(Array(5).fill(undefined));
  expect(storageTrouble(new Error("query", { cause: failing("SQLITE_FULL") }))).toBe("full");
});

test("work waits while the disk is full, and only then", async () => {
  const answers = [failing("SQLITE_FULL"), "done"];
  const deed = () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
  expect(await onceThereIsRoom(deed)).toBe("done");
  await expect(
    onceThereIsRoom(() => {
      throw failing("SQLITE_IOERR_FSYNC");
    }),
  ).rejects.toThrow("SQLITE_IOERR_FSYNC");
});

test("whoever stops does not wait for room: the effect's end fails, and its job stays for the next start", async () => {
  const db = connect(openDatabase(":memory:"));
  applyMigrations(db.$client);
  write(db, (tx) => enqueue(tx, "pdf", {}, { now: 0 }));
  const full: EffectHandler = { repeatable: true, effect: () => Promise.reject(failing("SQLITE_FULL")) };
  const job = claim(db, { owner: "w", now: 0, handlers: { pdf: full } })!;
  const noRoom = () => {
    throw failing("SQLITE_FULL");
  };
  const stop = AbortSignal.abort();
  await expect(runEffect(db, job, full, { owner: "w", now: 0, clock: noRoom, stop })).rejects.toThrow("SQLITE_FULL");
  expect(db.$client.prepare("select state from outbox").pluck().get()).toBe("running");
});
