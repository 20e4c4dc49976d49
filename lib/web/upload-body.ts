import { RuleError } from "@/lib/core/errors";
import { type Kept, keepFile } from "@/lib/files/store";
import { readParts, textOf } from "./multipart";

export type Uploaded = Kept & { name: string };
type UploadBody = { fields: FormData; files: Record<string, Uploaded> };

const mostParts = 50;

/** A posted form with files: texts in memory, files straight to disk, each told in `kept` also when a later part fails. A file field left empty is not there. */
export async function readUpload(request: Request, largestFile: number, kept: Uploaded[]): Promise<UploadBody> {
  const fields = new FormData();
  const files: UploadBody["files"] = {};
  let parts = 0;
  for await (const { name, fileName, body } of readParts(chunksOf(request), request.headers.get("content-type") ?? "")) {
    parts += 1;
    if (parts > mostParts) throw new RuleError("invalid");
    if (fileName === undefined) fields.append(name, await textOf(body));
    else if (fileName !== "") {
      files[name] = { ...(await keepFile(body, largestFile)), name: fileName };
      kept.push(files[name]);
    }
  }
  return { fields, files };
}

async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
}
