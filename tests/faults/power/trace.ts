import { spawnSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

/** What a program did to a disk, in the order in which it was done. */
export type Deed =
  | { kind: "write"; path: string; offset: number | undefined; bytes: Buffer }
  | { kind: "truncate"; path: string; size: number }
  | { kind: "sync" | "create" | "unlink" | "folder"; path: string }
  | { kind: "rename"; from: string; path: string };

const calls = "openat,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,rename,mkdir";

/** The way strace is called: whole bytes in hexadecimal, every open file by its path. */
export const straceArguments = ["-f", "-y", "-xx", "-s", "300000", "-e", `trace=${calls}`];

/** Whether strace is here and may look into a process. */
export function canTrace(): boolean {
  return spawnSync("strace", ["-o", "/dev/null", "true"]).status === 0;
}

/** Reads what `strace -o` left. A call that another thread interrupted counts when it ended; one that failed changed nothing. */
export async function readTrace(file: string): Promise<Deed[]> {
  const begun = new Map<string, string>();
  const deeds: Deed[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [, thread, text] = /^(\d+)\s+(.*)$/s.exec(line) ?? [];
    if (!thread || !text) continue;
    if (text.endsWith("<unfinished ...>")) begun.set(thread, text.slice(0, -"<unfinished ...>".length));
    else {
      const rest = /^<\.\.\. \w+ resumed>/.exec(text)?.[0];
      const deed = deedOf(rest === undefined ? text : (begun.get(thread) ?? "") + text.slice(rest.length));
      if (deed) deeds.push(deed);
    }
  }
  return deeds;
}

function deedOf(call: string): Deed | undefined {
  const [, name, inside, result] = /^(\w+)\((.*)\)\s+= (-?\d+)/s.exec(call) ?? [];
  if (!name || inside === undefined || Number(result) < 0) return undefined;
  const strings = [...inside.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text]) => bytesOf(text!));
  const opened = bytesOf(/^\d+<([^>]*)>/.exec(inside)?.[1] ?? "").toString();
  const named = strings[0]?.toString() ?? "";
  const numbers = inside
    .replace(/"[^"]*"|<[^>]*>/g, "")
    .split(",")
    .map((part) => Number(part));
  switch (name) {
    case "pwrite64":
      return { kind: "write", path: opened, bytes: strings[0]!, offset: numbers.at(-1)! };
    case "write":
      return { kind: "write", path: opened, bytes: strings[0]!, offset: undefined };
    case "ftruncate":
      return { kind: "truncate", path: opened, size: numbers.at(-1)! };
    case "fsync":
    case "fdatasync":
      return { kind: "sync", path: opened };
    case "openat":
      return inside.includes("O_CREAT") ? { kind: "create", path: named } : undefined;
    case "unlink":
    case "unlinkat":
      return { kind: "unlink", path: named };
    case "mkdir":
      return { kind: "folder", path: named };
    case "rename":
      return { kind: "rename", from: named, path: strings[1]!.toString() };
    default:
      throw new Error(`strace was not asked for ${name}`);
  }
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text.replaceAll("\\x", ""), "hex");
}
