import { eq } from "drizzle-orm";
import { z } from "zod";
import type { workStates } from "@/db/vocabulary";
import type { Scope } from "@/lib/access/scope";

/** What the worker notes of a file once it is written. */
export const writtenFile = z.object({
  ...{ fileId: z.number().int(), name: z.string(), mime: z.string(), rows: z.number().int() },
  ...{ sha256: z.string(), size: z.number().int() },
});

/** How far a long file of the log is that the viewer asked for, and the file once it is there. */
export function longFile(scope: Scope, job: number): { state: (typeof workStates)[number]; file?: z.output<typeof writtenFile> } | undefined {
  const { logFiles } = scope;
  const found = scope.select({ state: logFiles.state, progress: logFiles.progress }).from(logFiles).where(eq(logFiles.id, job)).get();
  if (!found) return undefined;
  const { data: file } = writtenFile.safeParse(found.progress);
  if (file) return { state: "done", file };
  if (found.state === "done") return undefined;
  return { state: found.state === "parked" || found.state === "possibly_sent" ? "failed" : "waiting" };
}
