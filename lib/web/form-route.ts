import type { z } from "zod";
import { database } from "@/db/client";
import { admits } from "@/lib/access/admit";
import { type RoutePath, routes } from "@/lib/access/registry";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { discardUnnamed, uploading } from "@/lib/files/unnamed";
import { currentViewer, type Member } from "./auth/viewer";
import { submissionOf } from "./form-action";
import { nested } from "./form-body";
import { speakFor } from "./language";
import { noticeAddress } from "./notices";
import { type Operation, perform } from "./perform";
import { request as served } from "./request";
import { storageAnswer, troubleAnswer } from "./storage";
import { readUpload, type UploadBody, type Uploaded } from "./upload-body";

/** `path` names the handler in the registry, `back` the page with its form. */
type RouteOperation<Shape extends z.ZodType, Subject, Result extends Change> = Operation<Shape, Subject, Result> & {
  path: RoutePath;
  back: string;
  largestFile: number;
  /** What takes its time and touches no record, as drawing a picture anew; done before the transaction. */
  prepare?: (input: z.output<Shape>) => Promise<z.output<Shape>>;
};

/** The wrapper of forms that post to an address which outlives a release, files among them: the same steps as an action, and always a redirect.
 *  What was refused goes back to the form's page, which finds the code of the reason in its address. */
export function formRoute<Shape extends z.ZodType, Subject, Result extends Change>(operation: RouteOperation<Shape, Subject, Result>) {
  return async (request: Request): Promise<Response> => {
    const viewer = await currentViewer();
    speakFor(viewer);
    if (!viewer) return seeOther(`/login?next=${encodeURIComponent(operation.back)}`);
    if (!admits(routes[operation.path], viewer)) return sentBack(operation.back, "refused");
    return uploading(() => received(operation, viewer, request));
  };
}

export type { Uploaded };

async function received<Shape extends z.ZodType, Subject, Result extends Change>(
  operation: RouteOperation<Shape, Subject, Result>,
  viewer: Member,
  request: Request,
): Promise<Response> {
  const upload: UploadBody = { fields: new FormData(), files: {} };
  const { fields, files } = upload;
  const kept: Uploaded[] = [];
  try {
    await readUpload(request, operation.largestFile, upload);
    const parsed = operation.form.safeParse({ ...nested(fields), ...files });
    if (!parsed.success) return sentBack(operation.back, "required", fields, String(parsed.error.issues[0]?.path[0] ?? ""));

    const input = operation.prepare ? await operation.prepare(parsed.data) : parsed.data;
    kept.push(...Object.values(input as object).filter(isUploaded));
    const performance = { db: database(), viewer, input, now: Date.now(), submission: submissionOf(fields) };
    const outcome = perform(operation, performance);
    if (outcome.kind === "done") return seeOther(noticeAddress(outcome.to, outcome.submission));
    if (outcome.kind === "rule") return sentBack(operation.back, outcome.error.code, fields, outcome.error.field);
    if (outcome.kind === "storage") return sentBack(operation.back, troubleAnswer(outcome.trouble).code, fields);
    return sentBack(operation.back, outcome.kind === "conflict" ? "stale" : outcome.kind, fields);
  } catch (error) {
    if (error instanceof RuleError) return sentBack(operation.back, error.code, fields, error.field);
    const storage = storageAnswer(error);
    if (storage) return sentBack(operation.back, storage.code, fields);
    console.error(served().id, error);
    return sentBack(operation.back, "failed");
  } finally {
    for (const { sha256 } of [...Object.values(files), ...kept]) discardUnnamed(database(), sha256);
  }
}

function isUploaded(value: unknown): value is Uploaded {
  return typeof value === "object" && value !== null && "sha256" in value;
}

const longestKept = 100;

function sentBack(back: string, code: string, fields?: FormData, field = ""): Response {
  const typed = [...(fields ?? [])].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && /^[a-z]\w*$/i.test(entry[0]) && entry[1].length <= longestKept,
  );
  const address = new URLSearchParams([...typed, ["error", code], ["field", field]]);
  return seeOther(`${back}?${address}`);
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
