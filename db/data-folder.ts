import { resolve } from "node:path";

/** Where everything of this installation lives. */
export function dataFolder() {
  return resolve(/* turbopackIgnore: true */ process.env.DATA_DIR || "data");
}
