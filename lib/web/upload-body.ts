import { RuleError } from "@/lib/core/errors";
import { type Kept, keepFile } from "@/lib/files/store";
import { readParts, textOf } from "./multipart";

export type Uploaded = Kept & { name: string };
export type UploadBody = { fields: FormData; files: Record<string, Uploaded> };

const mostParts = 50;

/** A posted form with files: texts in memory, files straight to disk. A file field left empty is not there. What came before a failure stays in `into`. */
export async function readUpload(request: Request, largestFile: number, into: UploadBody) {
  let parts = 0;
  for await (const { name, fileName, body } of readParts(chunksOf(request), request.headers.get("content-type") ?? "")) {
    parts += 1;
    if (parts > mostParts) throw new RuleError("invalid");
    if (fileName === undefined) into.fields.append(name, await textOf(body));
    else if (fileName !== "") into.files[name] = { ...(await keepFile(body, largestFile)), name: fileName };
  }
}

async function* chunksOf({ body }: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value;
}
