import { type ChildProcess, fork } from "node:child_process";
import { rm } from "node:fs/promises";
import { setPriority } from "node:os";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";

export type RenderOrder = { sheet: DocumentSheet; outPath: string };
export type RenderResult = { bytes: number; sha256: string };
export type RenderLimits = { childPath: string; outPath: string; timeoutMs: number; maxOldSpaceMb: number };

const keptErrorCharacters = 4000;

/** Draws the sheet in a process of its own, so that neither a loop nor a full heap can reach ours. Rejects with what the child said; a failed drawing leaves no file. */
export async function renderInChild(sheet: DocumentSheet, { childPath, outPath, timeoutMs, maxOldSpaceMb }: RenderLimits): Promise<RenderResult> {
  const child = fork(childPath, [], {
    execArgv: [`--max-old-space-size=${maxOldSpaceMb}`],
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  if (child.pid !== undefined) setPriority(child.pid, 10);
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);

  try {
    return await resultOf(child, { sheet, outPath }, timeoutMs);
  } catch (error) {
    await rm(outPath, { force: true });
    throw error;
  } finally {
    process.off("exit", end);
  }
}

function resultOf(child: ChildProcess, order: RenderOrder, timeoutMs: number) {
  return new Promise<RenderResult>((resolve, reject) => {
    let result: RenderResult | undefined;
    let said = "";
    let isLate = false;
    const clock = setTimeout(() => {
      isLate = true;
      child.kill("SIGKILL");
    }, timeoutMs);

    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-keptErrorCharacters);
    });
    child.once("message", (message) => {
      result = message as RenderResult;
    });
    child.once("error", reject);
    child.once("close", (code, signal) => {
      clearTimeout(clock);
      if (isLate) reject(new Error(`Drawing the PDF took longer than ${timeoutMs} ms and was stopped. ${said}`.trim()));
      else if (code !== 0 || !result) reject(failure(`Drawing the PDF failed (${signal ?? code}). ${said}`.trim()));
      else resolve(result);
    });
    // A child that died first closes the channel; «close» then tells why.
    child.send(order, () => undefined);
  });
}

/** A full disk stays one, told by its code, although a child met it. */
function failure(message: string): Error {
  const code = /\b(ENOSPC|EDQUOT|EIO)\b/.exec(message)?.[0];
  return code === undefined ? new Error(message) : Object.assign(new Error(message), { code });
}
