import { safeFileName } from "./file-name";
import { isPicture, kindOf } from "./kinds";
import { keepPicture } from "./picture";
import { type Kept, keptPath, readHead, readKept } from "./store";

export type Prepared = Kept & { name: string; mime: string; thumbnail?: Kept };

/** What a telephone writes before the pixels fits in it many times. */
const headBytes = 1_048_576;
const key = Symbol.for("cartera.preparing");
const shared = globalThis as { [key]?: Promise<unknown> };

/** What was received, ready to be filed: known by its bytes, an image drawn anew, the name made safe. One at a time, however many ask,
 *  so that memory stays what one takes. Throws a `RuleError` that says why it is not taken. */
export function prepareFile(received: Kept & { name: string }, otherwise: string): Promise<Prepared> {
  const turn = (shared[key] ?? Promise.resolve()).then(
    () => prepare(received, otherwise),
    () => prepare(received, otherwise),
  );
  shared[key] = turn;
  return turn;
}

async function prepare({ sha256, size, name }: Kept & { name: string }, otherwise: string): Promise<Prepared> {
  const head = await readHead(sha256, headBytes);
  if (!isPicture(head)) {
    const kind = kindOf(await readKept(sha256));
    return { sha256, size, mime: kind.mime, name: safeFileName(name, kind.extension, otherwise) };
  }
  const { file, thumbnail, mime, extension } = await keepPicture(keptPath(sha256), head);
  return { ...file, mime, thumbnail, name: safeFileName(name, extension, otherwise) };
}
