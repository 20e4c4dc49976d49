import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The environment of a server whose connections, once opened as the product opens them, are set to something else. */
export function withPragmas(pragmas = ""): Record<string, string> {
  return { NODE_OPTIONS: `--import=${pathToFileURL(resolve("tests/faults/pragmas.mjs"))}`, FAULT_PRAGMAS: pragmas };
}
