import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { RunningServer } from "../support/server";
import type { Company } from "./kill-round";
import { done, type Ledger } from "./ledger";
import { send } from "./lives";

/** What the answer said, whether web still called itself ready after it, and how long it then lived. */
export type Failure = { said: string; wasReady: boolean; endedAfterMs: number };

/** Lets the disk fail under web at those calls while one person writes, until an answer says so. */
export async function failWrites({ server, clients, writers }: Company, ledger: Ledger, calls: string): Promise<Failure> {
  const client = clients[0]!;
  const pid = webOf(server);
  const strace = spawn("strace", ["-f", "-o", "/dev/null", "-e", `inject=${calls}`, "-p", String(pid)], { stdio: ["ignore", "ignore", "pipe"] });
  const ended = once(strace, "exit");
  await once(strace.stderr!, "data");
  for (let turn = 0; ; turn += 1) {
    const deed = await writers[turn % writers.length]!.ask(client);
    if (!deed) continue;
    ledger.push(deed);
    try {
      done(deed, await send(deed));
    } catch (error) {
      const failedAt = performance.now();
      const wasReady = await isReady(server);
      // It ends with the last thread of what it watches.
      await ended;
      const endedAfterMs = performance.now() - failedAt;
      return { said: String(error), wasReady, endedAfterMs };
    }
  }
}

async function isReady({ url }: RunningServer): Promise<boolean> {
  const answer = await fetch(`${url}/api/health`).catch(() => undefined);
  return answer?.status === 200;
}

/** The supervisor's child that runs web; 0 while there is none. */
export function webOf({ pid }: RunningServer): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  return Number(children.find((child) => child !== "" && commandOf(child).includes("web.mjs")) ?? 0);
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
