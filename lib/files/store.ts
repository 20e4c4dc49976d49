import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { dataFolder } from "@/db/data-folder";
import type { Transaction } from "@/db/open";
import { files } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";

export type Kept = { sha256: string; size: number };
type Named = Kept & { name: string; mime: string; createdAt: number; createdBy: number | null };

const megabyte = 1_048_576;

/** Brings bytes to `files/ab/cd/<sha256>`, whole and on disk before it answers. Throws `file_too_big` or `file_empty`. */
export async function keepFile(bytes: Uint8Array | AsyncIterable<Uint8Array>, maxBytes: number): Promise<Kept> {
  const draft = await draftPath();
  try {
    const kept = await writeDraft(draft, bytes instanceof Uint8Array ? [bytes] : bytes, maxBytes);
    await moveInto(draft, keptPath(kept.sha256));
    return kept;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The row comes last: a crash leaves bytes that nobody names, never a name without bytes. */
export function insertFile(tx: Transaction, { sha256, size, name, mime, createdAt, createdBy }: Named): number {
  return tx.insert(files).values({ sha256, size, name, mime, createdAt, createdBy }).returning({ id: files.id }).get().id;
}

/** A path for work in progress, in the same file system as what is kept. */
export async function draftPath(): Promise<string> {
  const folder = join(dataFolder(), "tmp");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, randomUUID());
}

export function readKept(sha256: string): Promise<Buffer> {
  return readFile(keptPath(sha256));
}

/** How it begins, and no more of it. */
export async function readHead(sha256: string, bytes: number): Promise<Buffer> {
  const file = await open(keptPath(sha256), "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

export function keptPath(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`not a SHA-256: ${sha256}`);
  return join(dataFolder(), "files", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function writeDraft(path: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>, maxBytes: number): Promise<Kept> {
  const hash = createHash("sha256");
  let size = 0;
  const file = await open(path, "wx", 0o600);
  try {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) throw new RuleError("file_too_big", "file", { max: maxBytes / megabyte });
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (size === 0) throw new RuleError("file_empty", "file");
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), size };
}

async function moveInto(draft: string, path: string) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await rename(draft, path);
  // A folder made just now, here or by another upload, is on disk once the one above it is.
  for (let folder = dirname(path); folder !== dirname(dataFolder()); folder = dirname(folder)) await flush(folder);
}

async function flush(folder: string) {
  const directory = await open(folder);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
