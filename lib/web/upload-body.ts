import { RuleError } from "@/lib/core/errors";
import { type Kept, keepFile } from "@/lib/files/store";
import { readParts, textOf } from "./multipart";

export type Uploaded = Kept & { name: string };
export type UploadBody = { fields: FormData; files: Record<string, Uploaded[]> };
export type UploadLimits = { largestFile: number; mostFiles?: number };

const mostParts = 50;

/** A posted form with files: texts in memory, files straight to disk. A file field left empty is not there. What came before a failure stays in `into`. */
export async function readUpload(request: Request, { largestFile, mostFiles = 1 }: UploadLimits, into: UploadBody) {
  let parts = 0;
  let received = 0;
  for await (const { name, fileName, body } of readParts(chunksOf(request), request.headers.get("content-type") ?? "")) {
    parts += 1;
    if (parts > mostParts) throw new RuleError("invalid");
    if (fileName === undefined) into.fields.append(name, await textOf(body));
    else if (fileName !== "") {
      received += 1;
      if (received > mostFiles) throw new RuleError("too_many_files", name, { max: mostFiles });
      const kept = await keepFile(body, largestFile).catch((error: unknown) => Promise.reject(atPlace(error, received)));
      into.files[name] = [...(into.files[name] ?? []), { ...kept, name: fileName }];
    }
  }
}

/** The texts before the first file, of a form that may not be sent: enough to lead back to its page. Nothing is kept, and the files are not read. */
export async function readBeginning(request: Request): Promise<FormData> {
  const fields = new FormData();
  try {
    for await (const { name, fileName, body } of readParts(chunksOf(request), request.headers.get("content-type") ?? "")) {
      if (fileName !== undefined || [...fields].length === mostParts) break;
      fields.append(name, await textOf(body));
    }
  } catch (error) {
    if (!(error instanceof RuleError)) throw error;
  }
  return fields;
}

/** Of several files, which one was refused. */
export function atPlace(error: unknown, place: number): unknown {
  return error instanceof RuleError ? new RuleError(error.code, error.field, { ...error.values, place }) : error;
}

async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
}
