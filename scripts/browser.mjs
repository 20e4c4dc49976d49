import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { installFromDebian } from "./debian.mjs";
import { ownNode, root } from "./stamp.mjs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

/** The browser the tests drive: the one named, the machine's, or one brought now. Undefined when none can be had. */
export function findBrowser() {
  if (process.env.CHROME_PATH) return process.env.CHROME_PATH;
  return onMachine() ?? fromDebian() ?? fromPlaywright();
}

function onMachine() {
  return places.find((path) => existsSync(path));
}

function fromDebian() {
  return installFromDebian("chromium", "Instalando un navegador para las pruebas…") ? onMachine() : undefined;
}

function fromPlaywright() {
  console.log("Descargando un navegador para las pruebas…");
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  if (spawnSync(ownNode, [playwright, "install", "chromium"], { stdio: "ignore" }).status !== 0) return undefined;
  const script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
  const path = execFileSync(ownNode, ["-e", script], { cwd: root, encoding: "utf8" }).trim();
  return existsSync(path) ? path : undefined;
}
