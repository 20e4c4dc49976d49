import { expect, test } from "vitest";
import { storageTrouble } from "@/db/storage";
import { onceThereIsRoom } from "@/lib/jobs/room";

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
