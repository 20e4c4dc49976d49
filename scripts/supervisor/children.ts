import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { isRefusal } from "./exit";
import { nodeOptionsFor } from "./heap";

export type Child = { name: string; send(message: object): void; stop(signal: NodeJS.Signals): void; ended: Promise<boolean> };

type Events = { onMessage(message: unknown): void; onRefusal(code: number): void };

const firstPause = 500;
const longestPause = 30_000;
const steadyAfter = 60_000;
const silenceLimitMs = 30_000;

/** A bundled program of ours, as its own process. */
export function forkProgram(name: string, env: NodeJS.ProcessEnv): ChildProcess {
  return fork(join(process.cwd(), "dist", `${name}.mjs`), [], { env, stdio: ["ignore", "inherit", "inherit", "ipc"], execArgv: nodeOptionsFor(name) });
}

/** Runs one program and starts it again when it falls, each time a little later. */
export function keepRunning(name: string, env: NodeJS.ProcessEnv, events: Events): Child {
  let stopping = false;
  let pause = firstPause;
  let child: ChildProcess;
  let timer: NodeJS.Timeout | undefined;
  const { promise: ended, resolve } = Promise.withResolvers<boolean>();

  const run = () => {
    const startedAt = performance.now();
    child = forkProgram(name, env);
    watch(child, Number(env.SILENCE_LIMIT_MS ?? silenceLimitMs));
    child.on("message", events.onMessage);
    child.once("exit", (code) => {
      // One that does not listen yet knows no better than to fall.
      if (stopping) return resolve(code === 0 || child.signalCode === "SIGTERM");
      if (isRefusal(code)) return events.onRefusal(code);
      pause = performance.now() - startedAt > steadyAfter ? firstPause : Math.min(pause * 2, longestPause);
      console.error(`El proceso ${name} terminó (${code ?? child.signalCode}); se inicia de nuevo en ${pause / 1000} s.`);
      timer = setTimeout(run, pause);
    });
  };

  const stop = (signal: NodeJS.Signals) => {
    stopping = true;
    clearTimeout(timer);
    if (child.exitCode !== null || child.signalCode !== null) resolve(true);
    else child.kill(signal);
  };

  const send = (message: object) => {
    if (child.connected) child.send(message, () => undefined);
  };

  run();
  return { name, send, stop, ended };
}

/** A program that once said it is alive must go on saying so: one that hangs in a loop is ended, and started again. */
function watch(child: ChildProcess, limitMs: number) {
  let timer: NodeJS.Timeout | undefined;
  let heardAt = 0;
  // Its words may be waiting while it was us who hung: they are read before it is judged.
  const judge = () => setImmediate(() => performance.now() - heardAt >= limitMs && child.kill("SIGKILL"));
  child.on("message", (message: { type?: string }) => {
    if (message.type !== "alive") return;
    heardAt = performance.now();
    clearTimeout(timer);
    timer = setTimeout(judge, limitMs + 1);
  });
  child.once("exit", () => clearTimeout(timer));
}
