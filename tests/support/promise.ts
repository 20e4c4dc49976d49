import { TestRunner } from "vitest";
import type { PromiseId } from "../promises";

type Kept = { id: PromiseId; figure: string; seed?: number };

declare module "vitest" {
  interface TaskMeta {
    promises?: Kept[];
  }
}

/** Says that the running test holds this promise, and the figure it reached: call it once the figure is known, in English, with `seed` if a rerun needs one. */
export function promise(id: PromiseId, figure: string, seed?: number) {
  const test = TestRunner.getCurrentTest();
  if (!test) throw new Error(`A promise is held by a test: ${id}`);
  test.meta.promises = [...(test.meta.promises ?? []), { id, figure, ...(seed !== undefined && { seed }) }];
  console.log(`[${id}] ${figure}${seed === undefined ? "" : ` (SEED=${seed})`}`);
}
