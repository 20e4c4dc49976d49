import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Deed } from "./trace";

type Change = { offset: number; bytes: Buffer } | { size: number };
type Contents = { safe: Buffer; waiting: Change[]; size: number };
/** `contents` is missing for a folder. */
type Entry = { contents?: Contents };
type Naming = { path: string; entry: Entry | undefined; from?: string };

export type Disk = ReturnType<typeof diskOf>;

/** A disk that keeps what was synced, and of the rest whatever it likes: sectors of files, and names whose folder was not synced.
 *  With `forgets` it takes the sync of a folder for nothing. */
export function diskOf(folder: string, { forgets = false } = {}) {
  const safeNames = new Map<string, Entry>();
  const names = new Map<string, Entry>();
  let waitingNames: Naming[] = [];
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    const safe = file.isFile() ? readFileSync(path) : undefined;
    safeNames.set(path, safe ? { contents: { safe, waiting: [], size: safe.length } } : {});
  }
  for (const [path, entry] of safeNames) names.set(path, entry);
  const isOurs = (path: string) => path.startsWith(`${folder}/`) && !path.endsWith("-shm");

  const name = (naming: Naming) => {
    if (naming.from) names.delete(naming.from);
    if (naming.entry) names.set(naming.path, naming.entry);
    else names.delete(naming.path);
    waitingNames.push(naming);
  };

  const sync = (path: string) => {
    const contents = names.get(path)?.contents;
    if (contents) {
      contents.safe = changed(contents.safe, contents.waiting);
      contents.waiting = [];
    } else if (!forgets) {
      for (const naming of waitingNames.filter((one) => dirname(one.path) === path)) settle(safeNames, naming);
      waitingNames = waitingNames.filter((one) => dirname(one.path) !== path);
    }
  };

  const change = (path: string, one: Change) => {
    const contents = names.get(path)?.contents;
    if (!contents) throw new Error(`Nobody made ${path}`);
    contents.waiting.push(one);
    contents.size = "size" in one ? one.size : Math.max(contents.size, one.offset + one.bytes.length);
  };

  const does = (deed: Deed) => {
    if (deed.kind === "sync" && deed.path === folder) return sync(folder);
    if (!isOurs(deed.path)) return;
    if (deed.kind === "sync") sync(deed.path);
    else if (deed.kind === "write") change(deed.path, { offset: deed.offset ?? names.get(deed.path)!.contents!.size, bytes: deed.bytes });
    else if (deed.kind === "truncate") change(deed.path, { size: deed.size });
    else if (deed.kind === "unlink") name({ path: deed.path, entry: undefined });
    else if (deed.kind === "folder") name({ path: deed.path, entry: {} });
    else if (deed.kind === "rename") name({ path: deed.path, entry: names.get(deed.from), from: deed.from });
    else if (!names.has(deed.path)) name({ path: deed.path, entry: { contents: { safe: Buffer.alloc(0), waiting: [], size: 0 } } });
  };

  /** What may be found once the power is back, written below `target`. `next` draws numbers between 0 and 1. */
  const cut = (target: string, next: () => number) => {
    const found = new Map(safeNames);
    for (const naming of waitingNames) if (next() < 0.5) settle(found, naming);
    const sector = next() < 0.5 ? 4096 : 512;
    const chance = [0, 0.1, 0.5, 0.9, 1][Math.floor(next() * 5)]!;
    const isReached = (path: string): boolean => path === folder || (found.has(path) && isReached(dirname(path)));
    for (const [path, { contents }] of found) {
      if (!contents || !isReached(path)) continue;
      const place = join(target, relative(folder, path));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(
        place,
        leftOf(contents, sector, () => next() < chance),
      );
    }
  };

  return { does, cut };
}

function settle(into: Map<string, Entry>, { path, entry, from }: Naming) {
  if (from) into.delete(from);
  if (entry) into.set(path, entry);
  else into.delete(path);
}

/** Each sector of each waiting write, on its own, came through or did not. */
function leftOf({ safe, waiting }: Contents, sector: number, keeps: () => boolean): Buffer {
  if (waiting.length === 0) return safe;
  const pieces = waiting.flatMap((change) => ("size" in change ? [change] : piecesOf(change, sector)));
  return changed(Buffer.from(safe), pieces.filter(keeps));
}

function piecesOf({ offset, bytes }: Extract<Change, { offset: number }>, sector: number): Change[] {
  const pieces: Change[] = [];
  for (let from = offset; from < offset + bytes.length; ) {
    const to = Math.min((Math.floor(from / sector) + 1) * sector, offset + bytes.length);
    pieces.push({ offset: from, bytes: bytes.subarray(from - offset, to - offset) });
    from = to;
  }
  return pieces;
}

/** What a file never had is zeros. */
function changed(bytes: Buffer, changes: Change[]): Buffer {
  const longest = Math.max(bytes.length, ...changes.map((change) => ("size" in change ? change.size : change.offset + change.bytes.length)));
  const room = longest === bytes.length ? bytes : Buffer.concat([bytes, Buffer.alloc(longest - bytes.length)]);
  let size = bytes.length;
  for (const change of changes) {
    if ("size" in change) room.fill(0, Math.min(size, change.size));
    else change.bytes.copy(room, change.offset);
    size = "size" in change ? change.size : Math.max(size, change.offset + change.bytes.length);
  }
  return room.subarray(0, size);
}
