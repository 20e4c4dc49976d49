import { database } from "@/db/client";
import type { Scope } from "@/lib/access/scope";
import { awaitJob } from "@/lib/jobs/await";
import { askForFollowUpPdf } from "@/lib/jobs/follow-up-pdf";
import { findProspect } from "@/lib/prospects/queries";
import { type Download, inPreparation } from "./download";
import { missing } from "./page";

const waitMs = 5_000;

/** What was done with a prospect that this viewer sees, on paper: kept bytes, or drawn now, or still in preparation. */
export async function followUpPdf(scope: Scope, id: string): Promise<Download | typeof missing | typeof inPreparation> {
  const prospect = findProspect(scope, id);
  if (!prospect || scope.viewer.kind !== "staff") return missing;
  const wanted = { prospectId: prospect.id, userId: scope.viewer.userId };
  const answer = askForFollowUpPdf(database(), wanted, Date.now());
  if (!answer) return missing;
  if ("ready" in answer) return { ...answer.ready, mime: "application/pdf" };

  await awaitJob(database(), answer.dedupeKey, waitMs);
  const drawn = askForFollowUpPdf(database(), wanted, Date.now());
  return drawn && "ready" in drawn ? { ...drawn.ready, mime: "application/pdf" } : inPreparation;
}
