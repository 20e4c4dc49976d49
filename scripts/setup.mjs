// Runs before the packages are there, on whatever Node the machine has: builtins only.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { underLock } from "./setup-lock.mjs";
import { buildStamp, buildStampPath, installStamp, ownNode, root, stampIn } from "./stamp.mjs";

if (Number(process.versions.node.split(".")[0]) < 18) fail("Cartera necesita Node 18 o posterior para instalarse.", 78);

/** No package runs anything while it is installed but these, by name. */
const scripted = ["node", "esbuild"];

underLock(() => {
  install();
  build();
});

function install() {
  const stampPath = join(root, "node_modules", ".cartera-stamp");
  if (existsSync(ownNode) && stampIn(stampPath) === installStamp()) return;

  say("Instalando los paquetes…");
  npm(["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
  npm(["rebuild", ...scripted, "--loglevel=error"]);
  if (!existsSync(ownNode)) fail("La instalación no trajo Node 24; revise que npm permita los scripts de instalación.", 70);
  writeFileSync(stampPath, installStamp());
}

function npm(args) {
  const own = process.env.npm_execpath;
  run(own ? machineNode() : "npm", own ? [own, ...args] : args, "No se pudieron instalar los paquetes.");
}

function build() {
  if (stampIn(buildStampPath) === buildStamp()) return;
  say("Compilando la aplicación…");
  run(ownNode, [join(root, "scripts", "build.mjs")], "No se pudo compilar la aplicación.");
}

function run(command, args, sentence) {
  const { status } = spawnSync(command, args, { cwd: root, env: cleanEnvironment(), stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) fail(sentence, 70);
}

/** A production setting in the caller's shell would leave out the tools that build. */
function cleanEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(node_env|npm_config_(omit|production|global|include))$/i.test(name)));
}

/** `npm ci` removes node_modules, and with it the Node that may be running this. */
function machineNode() {
  if (!process.execPath.startsWith(join(root, "node_modules"))) return process.execPath;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  return folders.map((folder) => join(folder, "node")).find((path) => existsSync(path)) ?? process.execPath;
}

function say(line) {
  console.log(line);
}

function fail(sentence, code) {
  console.error(sentence);
  process.exit(code);
}
