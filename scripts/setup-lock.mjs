import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stamp.mjs";

const path = join(root, "dist", "setup.lock");
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Runs `work` while no other set-up of this folder does; waits for the other one to end. */
export function underLock(work) {
  mkdirSync(join(root, "dist"), { recursive: true });
  let told = false;
  while (!taken()) {
    if (!told) console.log("Otra instalación está en curso; esperando a que termine…");
    told = true;
    Atomics.wait(pause, 0, 0, 500);
  }
  process.once("exit", () => rmSync(path, { force: true }));
  work();
}

function taken() {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isAlive(holder())) rmSync(path, { force: true });
    return false;
  }
}

function holder() {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return 0;
    throw error;
  }
}

/** A holder that has not written its number yet counts as alive. */
function isAlive(pid) {
  if (!pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
