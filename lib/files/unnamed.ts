import { rmSync } from "node:fs";
import { eq } from "drizzle-orm";
import type { Reader } from "@/db/open";
import { files } from "@/db/schema";
import { hasStorageFailed } from "@/db/storage";
import { keptPath } from "./store";

const key = Symbol.for("cartera.uploads");
const shared = globalThis as { [key]?: number };

export function isNamed(reader: Reader, sha256: string): boolean {
  return reader.select({ id: files.id }).from(files).where(eq(files.sha256, sha256)).limit(1).get() !== undefined;
}

/** Throws away bytes that no row names. Looking and removing are one step; while another upload is under way, which may be about
 *  to name the same bytes, they are left for the sweep. So are they once the disk has failed: the row of a commit that failed may be found at the next start. */
export function discardUnnamed(reader: Reader, sha256: string) {
  if (hasStorageFailed()) return;
  if ((shared[key] ?? 0) <= 1 && !isNamed(reader, sha256)) rmSync(keptPath(sha256), { force: true });
}

/** Counts an upload while it lasts. */
export async function uploading<Result>(deed: () => Promise<Result>): Promise<Result> {
  shared[key] = (shared[key] ?? 0) + 1;
  try {
    return await deed();
  } finally {
    shared[key] -= 1;
  }
}
