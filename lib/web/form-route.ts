import type { z } from "zod";
import { database } from "@/db/client";
import { admits } from "@/lib/access/admit";
import { type RoutePath, routes } from "@/lib/access/routes";
import { onlyLooks } from "@/lib/access/seeing";
import { RuleError } from "@/lib/core/errors";
import type { Change } from "@/lib/events/record";
import { discardUnnamed, uploading } from "@/lib/files/unnamed";
import { type Member, whoAsks } from "./auth/viewer";
import { submissionOf } from "./form-action";
import { nested } from "./form-body";
import { speakFor } from "./language";
import { noticeAddress } from "./notices";
import { type Operation, perform } from "./perform";
import { request as served } from "./request";
import { storageAnswer, troubleAnswer } from "./storage";
import { readBeginning, readUpload, type UploadBody, type Uploaded } from "./upload-body";

/** `path` names the handler in the registry, `back` the page with its form. */
type RouteOperation<Shape extends z.ZodType, Subject, Result extends Change> = Operation<Shape, Subject, Result> & {
  path: RoutePath;
  back: string | ((fields: FormData) => string);
  largestFile: number;
  /** Where more than one is taken, each field of files reads as a list. */
  mostFiles?: number;
  /** What takes its time and touches no record, as drawing a picture anew; done before the transaction. */
  prepare?: (input: z.output<Shape>) => Promise<z.output<Shape>>;
};

/** The wrapper of forms that post to an address which outlives a release, files among them: the same steps as an action, and always a redirect.
 *  What was refused goes back to the form's page, which finds the code of the reason in its address. */
export function formRoute<Shape extends z.ZodType, Subject, Result extends Change>(operation: RouteOperation<Shape, Subject, Result>) {
  return async (request: Request): Promise<Response> => {
    const asking = await whoAsks();
    const viewer = asking();
    speakFor(viewer);
    if (!viewer) return toLogin(backOf(operation, await readBeginning(request)));
    const back = backOf(operation, new FormData());
    if (!admits(routes[operation.path], viewer)) return sentBack(back, { code: "refused" });
    if (onlyLooks(viewer)) return sentBack(back, { code: "only_looking" });
    return uploading(() => received(operation, asking, request));
  };
}

export type { Uploaded };

async function received<Shape extends z.ZodType, Subject, Result extends Change>(
  operation: RouteOperation<Shape, Subject, Result>,
  asking: () => Member | undefined,
  request: Request,
): Promise<Response> {
  const upload: UploadBody = { fields: new FormData(), files: {} };
  const { fields, files } = upload;
  const kept: Uploaded[] = [];
  const refuse = (reason: Reason) => sentBack(backOf(operation, fields), reason, fields);
  try {
    await readUpload(request, operation, upload);
    const parsed = operation.form.safeParse({ ...nested(fields), ...(operation.mostFiles ? files : alone(files)) });
    if (!parsed.success) return refuse({ code: "required", field: String(parsed.error.issues[0]?.path[0] ?? "") });

    const input = operation.prepare ? await operation.prepare(parsed.data) : parsed.data;
    kept.push(...uploadedIn(input));
    // What is brought takes its time: meanwhile rights may have ended.
    const viewer = asking();
    if (!viewer) return toLogin(backOf(operation, fields));
    const performance = { db: database(), viewer, input, now: Date.now(), submission: submissionOf(fields) };
    const outcome = perform(operation, performance);
    if (outcome.kind === "done") return seeOther(noticeAddress(outcome.to, outcome.submission));
    if (outcome.kind === "rule") return refuse(outcome.error);
    if (outcome.kind === "storage") return refuse({ code: troubleAnswer(outcome.trouble).code });
    return refuse({ code: outcome.kind === "conflict" ? "stale" : outcome.kind });
  } catch (error) {
    if (error instanceof RuleError) return refuse(error);
    const storage = storageAnswer(error);
    if (storage) return refuse({ code: storage.code });
    console.error(served().id, error);
    return sentBack(backOf(operation, fields), { code: "failed" });
  } finally {
    for (const { sha256 } of [...Object.values(files).flat(), ...kept]) discardUnnamed(database(), sha256);
  }
}

function backOf({ back }: { back: string | ((fields: FormData) => string) }, fields: FormData): string {
  return typeof back === "string" ? back : back(fields);
}

function alone(files: UploadBody["files"]): Record<string, Uploaded> {
  return Object.fromEntries(Object.entries(files).flatMap(([name, [file]]) => (file ? [[name, file]] : [])));
}

/** Whatever was brought to disk, however deep in the input it stands. */
function uploadedIn(value: unknown): Uploaded[] {
  if (typeof value !== "object" || value === null) return [];
  return [...(isUploaded(value) ? [value] : []), ...Object.values(value).flatMap(uploadedIn)];
}

function isUploaded(value: unknown): value is Uploaded {
  return typeof value === "object" && value !== null && "sha256" in value;
}

const longestKept = 100;

type Reason = { code: string; field?: string; values?: Record<string, string | number> };

function sentBack(back: string, { code, field = "", values = {} }: Reason, fields?: FormData): Response {
  const typed = [...(fields ?? [])].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && /^[a-z]\w*$/i.test(entry[0]) && entry[1].length <= longestKept,
  );
  const place: [string, string][] = typeof values.place === "number" ? [["place", String(values.place)]] : [];
  const address = new URLSearchParams([...typed, ["error", code], ["field", field], ...place]);
  return seeOther(withQuestion(back, address));
}

function toLogin(back: string): Response {
  return seeOther(`/login?next=${encodeURIComponent(toldAt(back, "session_ended"))}`);
}

/** The page with the reason in its address; the first page of all has no place for one. */
function toldAt(back: string, code: string): string {
  return back === "/" ? back : withQuestion(back, new URLSearchParams({ error: code }));
}

function withQuestion(back: string, address: URLSearchParams): string {
  const [path = "/", hash] = back.split("#");
  return `${path}${path.includes("?") ? "&" : "?"}${address}${hash === undefined ? "" : `#${hash}`}`;
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
