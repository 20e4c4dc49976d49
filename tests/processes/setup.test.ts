import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyFolder } from "@/tests/support/server";

/** Stands for npm: «installs» a Node and writes down what it was asked. */
const pretendNpm = `
import { appendFileSync, copyFileSync, mkdirSync, symlinkSync } from "node:fs";
appendFileSync("calls", JSON.stringify({ args: process.argv.slice(2), production: process.env.NODE_ENV ?? "" }) + "\\n");
mkdirSync("node_modules/node/bin", { recursive: true });
try { symlinkSync(process.execPath, "node_modules/node/bin/node"); } catch {}
`;
const pretendBuild = `
import { appendFileSync, writeFileSync } from "node:fs";
import { buildStamp, buildStampPath } from "./stamp.mjs";
appendFileSync("builds", "x");
writeFileSync(buildStampPath, buildStamp());
`;

test("packages and build are made once, and again when their sources change", () => {
  const { folder, setUp } = project();
  expect(setUp()).toEqual({ status: 0, lines: ["Instalando los paquetes…", "Compilando la aplicación…"] });
  expect(setUp()).toEqual({ status: 0, lines: [] });

  writeFileSync(join(folder, "lib", "a.ts"), "export const a = 2;");
  expect(setUp().lines).toEqual(["Compilando la aplicación…"]);
  writeFileSync(join(folder, "package-lock.json"), "{ }");
  expect(setUp().lines).toEqual(["Instalando los paquetes…", "Compilando la aplicación…"]);
});

test("a production shell still installs what builds", () => {
  const { folder, setUp } = project();
  setUp({ NODE_ENV: "production", npm_config_omit: "dev" });
  const calls = readFileSync(join(folder, "calls"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(calls).toEqual([
    { production: "", args: ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"] },
    { production: "", args: ["rebuild", "node", "esbuild", "--loglevel=error"] },
  ]);
});

test("two at once build once", async () => {
  const { folder, start } = project();
  const codes = await Promise.all([start(), start()].map(async (child) => (await once(child, "exit"))[0]));
  expect(codes).toEqual([0, 0]);
  expect(readFileSync(join(folder, "builds"), "utf8")).toBe("x");
  expect(existsSync(join(folder, "dist", "setup.lock"))).toBe(false);
});

test("while another one lives, it waits", async () => {
  const { folder, start } = project();
  const lock = join(folder, "dist", "setup.lock");
  mkdirSync(join(folder, "dist"));
  writeFileSync(lock, String(process.pid));
  const child = start();
  const [first] = await once(child.stdout, "data");
  expect(String(first)).toContain("Otra instalación está en curso");
  expect(existsSync(join(folder, "calls"))).toBe(false);

  rmSync(lock);
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("the lock of one that died does not hold anybody up", () => {
  const { folder, setUp } = project();
  const { pid } = spawnSync(process.execPath, ["-e", ""]);
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "dist", "setup.lock"), String(pid));
  expect(setUp().status).toBe(0);
});

test("a failed installation says so and stops", () => {
  const { folder, setUp } = project();
  writeFileSync(join(folder, "npm.mjs"), "process.exit(1)");
  const { status, errors } = setUp();
  expect([status, errors?.trim()]).toEqual([70, "No se pudieron instalar los paquetes."]);
});

function project() {
  const folder = emptyFolder();
  mkdirSync(join(folder, "scripts"));
  mkdirSync(join(folder, "lib"));
  for (const name of ["setup.mjs", "setup-lock.mjs", "stamp.mjs"]) cpSync(join("scripts", name), join(folder, "scripts", name));
  const files = {
    "scripts/build.mjs": pretendBuild,
    "npm.mjs": pretendNpm,
    "lib/a.ts": "export const a = 1;",
    "package-lock.json": "{}",
    "package.json": '{ "type": "module" }',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);

  const environment = (env: Record<string, string>) => ({ NODE_ENV: "test" as const, PATH: process.env.PATH, npm_execpath: join(folder, "npm.mjs"), ...env });
  const args = [join(folder, "scripts", "setup.mjs"), "start"];

  const setUp = (env: Record<string, string> = {}) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: environment(env), encoding: "utf8" });
    return { status, lines: stdout.split("\n").filter(Boolean), ...(stderr && { errors: stderr }) };
  };
  const start = () => spawn(process.execPath, args, { env: environment({}) });
  return { folder, setUp, start };
}
