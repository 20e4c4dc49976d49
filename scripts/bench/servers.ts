import { type ChildProcess, fork, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { nodeOptionsFor } from "../supervisor/heap";
import { freePort } from "../supervisor/port";
import { hashOf } from "./folders";
import { preloads } from "./preload";

export type Server = { name: string; url: string; pid: number; child: ChildProcess; stop(): Promise<unknown> };

export const bareFolder = join("tests", "bench", "bare");
const bareSources = [bareFolder, "app/layout.tsx", "app/globals.css", "components", "db", "lib", "next.config.ts", "package-lock.json"];

type Start = {
  name: string;
  program: [string, ...string[]];
  dataDir: string;
  execArgv?: string[];
  preload?: string[];
  isReady?: (url: string) => Promise<unknown>;
};

/** The built web process on one data folder, without its supervisor. */
export function startWeb(name: string, dataDir: string, extra: Pick<Start, "execArgv" | "preload"> = {}): Promise<Server> {
  return start({ name, program: ["web"], dataDir, ...extra });
}

/** The whole product as `npm start` runs it: supervisor, web and worker. */
export function startProduct(name: string, dataDir: string): Promise<Server> {
  return start({ name, program: ["supervisor"], dataDir, isReady: healthy });
}

/** The web process drawing PDFs itself, to compare with. */
export function startControl(dataDir: string): Promise<Server> {
  return start({ name: "control", program: ["bench", "control"], dataDir });
}

/** The bare page behind the same door. It has no data folder. */
export function startBare(): Promise<Server> {
  return start({ name: "bare", program: ["bench", "bare"], dataDir: bareFolder });
}

/** The bytes of a page from Node's own server: the least that answering them can cost. */
export function startRaw(): Promise<Server> {
  return start({ name: "raw", program: ["bench", "raw"], dataDir: bareFolder });
}

/** Builds the bare page's own small application, if something of it changed. */
export function buildBare() {
  const stampPath = join(bareFolder, ".next", "bench.stamp");
  const stamp = hashOf(bareSources);
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === stamp) return;
  const program = join(process.cwd(), "node_modules", "next", "dist", "bin", "next");
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", CARTERA_BUILD: stamp };
  const { status, stderr } = spawnSync(process.execPath, [program, "build"], { cwd: bareFolder, env, encoding: "utf8" });
  if (status !== 0) throw new Error(`The bare page did not build:\n${stderr}`);
  writeFileSync(stampPath, stamp);
}

async function start({ name, program: [program, ...args], dataDir, execArgv = [], preload = [], isReady }: Start): Promise<Server> {
  const port = await freePort("127.0.0.1", 0);
  const url = `http://localhost:${port}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: "127.0.0.1",
    APP_URL: url,
    DATA_DIR: dataDir,
    NODE_OPTIONS: preloads(...preload),
  };
  const child = fork(join("dist", `${program}.mjs`), args, {
    env,
    execArgv: [...nodeOptionsFor("web"), ...execArgv],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const ended = once(child, "exit");
  // The supervisor would go on without the bench.
  process.once("exit", () => child.kill());
  const ready = isReady ? isReady(url) : told(child);
  const first = await Promise.race([ready.then(() => "ready"), ended.then(() => "ended")]);
  if (first === "ended") throw new Error(`The server «${name}» did not start`);
  const stop = () => {
    child.kill("SIGTERM");
    return ended;
  };
  return { name, url, pid: child.pid!, child, stop };
}

async function told(child: ChildProcess) {
  for (;;) {
    const [message] = (await once(child, "message")) as [{ type?: string }];
    if (message.type === "ready") return;
  }
}

/** Asks every 10 ms until the answer is «ok». */
async function healthy(url: string) {
  for (;;) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
