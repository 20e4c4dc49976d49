import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type RunningServer = {
  url: string;
  dataDir: string;
  pid: number;
  output(): string;
  /** SIGTERM; answers the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL, as a power cut of the process. */
  kill(): Promise<void>;
};

type Options = { env?: Record<string, string> };

/** Starts the built program on a free port and its own data folder, and waits until it listens. Throws with its output if it ends first. */
export async function startServer({ env = {} }: Options = {}): Promise<RunningServer> {
  const { child, dataDir, output } = spawnServer(env);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on("data", () => {
      const [, address] = /lista en (\S+)/.exec(output()) ?? [];
      if (address) resolve(address);
    });
    child.once("close", (code) => reject(new Error(`The server ended with ${code}:\n${output()}`)));
  });

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    child.kill(signal);
    const [code] = (await once(child, "exit")) as [number | null];
    return code;
  };
  return { url, dataDir, pid: child.pid!, output, stop: () => end("SIGTERM"), kill: async () => void (await end("SIGKILL")) };
}

/** Runs the built program that is expected not to start. */
export async function refusedStart({ env = {} }: Options = {}): Promise<{ code: number | null; sentences: string[] }> {
  const { child } = spawnServer(env);
  let errors = "";
  child.stderr!.on("data", (text) => {
    errors += text;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, sentences: errors.trim().split("\n") };
}

export function emptyFolder() {
  return mkdtempSync(join(tmpdir(), "cartera-"));
}

function spawnServer(env: Record<string, string>): { child: ChildProcess; dataDir: string; output(): string } {
  const dataDir = env.DATA_DIR ?? join(emptyFolder(), "data");
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: process.env.HOME, TZ: process.env.TZ, PORT: "0", ...env, DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      text += chunk;
    });
  }
  return { child, dataDir, output: () => text };
}
