import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildStamp, buildStampPath, root } from "./stamp.mjs";

/** What runs outside Next. One that is not written yet is left out. */
const programs = ["supervisor", "web", "worker", "migrate", "render-child", "doctor", "backup", "restore", "seed", "demo", "bench"];

/** `packages: external` takes `@/` for a package; `server-only` throws outside Next. The many modules of the bundled ones cost each start more than
 *  all of ours: for each of them Node reads their whole package.json anew. */
const ownModules = {
  name: "own-modules",
  setup(context) {
    context.onResolve({ filter: /^(drizzle-orm|zod)(\/|$)/ }, ({ path }) => ({ path: fileURLToPath(import.meta.resolve(path)) }));
    context.onResolve({ filter: /^@\// }, ({ path }) => context.resolve(`./${path.slice(2)}`, { resolveDir: root, kind: "import-statement" }));
    context.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }));
    context.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
  },
};

const stamp = buildStamp();
mkdirSync(join(root, "dist"), { recursive: true });
rmSync(buildStampPath, { force: true });
await bundlePrograms();
buildPages();
writeFileSync(buildStampPath, stamp);

async function bundlePrograms() {
  const sources = programs.map((name) => join("scripts", `${name}.ts`)).filter((path) => existsSync(join(root, path)));
  await build({
    absWorkingDir: root,
    entryPoints: sources,
    outdir: "dist",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    sourcemap: true,
    logLevel: "error",
    plugins: [ownModules],
  });
}

function buildPages() {
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", "next", "dist", "bin", "next"), "build"], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      CARTERA_BUILD: stamp.slice(0, 12),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionKey(),
    },
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) process.exit(status ?? 1);
}

/** Kept from build to build, so that a page opened before an upgrade can still be sent. */
function actionKey() {
  const path = join(root, "dist", "actions.key");
  if (!existsSync(path)) writeFileSync(path, randomBytes(32).toString("base64"), { flag: "wx", mode: 0o600 });
  return readFileSync(path, "utf8");
}
