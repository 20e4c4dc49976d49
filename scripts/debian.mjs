import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Brings a Debian package when we are root and there is apt. Says whether it tried. */
export function installFromDebian(name, sentence, ...options) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  console.log(sentence);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const install = () => spawnSync("apt-get", ["install", "-y", "-qq", ...options, name], { stdio: "ignore", env });
  if (install().status !== 0) {
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    install();
  }
  return true;
}
