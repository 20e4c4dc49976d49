import { statfsSync } from "node:fs";
import { dataFolder } from "@/db/data-folder";
import { reportFailure, type StorageTrouble, storageTrouble } from "@/db/storage";
import { t } from "@/lib/i18n/words";

export type StorageAnswer = { status: 503 | 507; code: "storage_full" | "storage_failing"; sentence: string };

/** What to say when the disk is why something was not done; undefined when it is not. */
export function storageAnswer(error: unknown): StorageAnswer | undefined {
  const trouble = storageTrouble(error);
  if (!trouble) return undefined;
  console.error(error);
  return troubleAnswer(trouble);
}

/** A failing disk ends the process after this answer. */
export function troubleAnswer(trouble: StorageTrouble): StorageAnswer {
  if (trouble === "full") return { status: 507, code: "storage_full", sentence: t("errors.storage_full") };
  reportFailure();
  return { status: 503, code: "storage_failing", sentence: t("errors.storage_failing") };
}

/** The status of a form's page to which a refused upload was sent back with this code. */
export function storageStatus(code: string): number | undefined {
  return { storage_full: 507, storage_failing: 503 }[code];
}

const leastRoom = 1_048_576;

/** Whether what the worker is to write has a chance: a job that finds the disk full waits, and only this tells. */
export function hasRoom(): boolean {
  const { bavail, bsize } = statfsSync(dataFolder());
  return bavail * bsize >= leastRoom;
}
