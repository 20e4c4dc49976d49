import { setTimeout as pause } from "node:timers/promises";
import { storageTrouble } from "@/db/storage";

const againMs = 1_000;

/** Tries again while the disk is full, so that a worker goes on by itself once there is space. */
export async function onceThereIsRoom<Result>(deed: () => Result, signal?: AbortSignal): Promise<Result> {
  for (let isTold = false; ; isTold = true) {
    try {
      return deed();
    } catch (error) {
      if (storageTrouble(error) !== "full" || signal?.aborted) throw error;
      if (!isTold) console.error("No queda espacio en el disco: los trabajos esperan a que haya.");
      await pause(againMs);
    }
  }
}
