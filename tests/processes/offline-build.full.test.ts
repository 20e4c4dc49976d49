import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { promise } from "@/tests/support/promise";
import { emptyFolder } from "@/tests/support/server";

const left = ["node_modules", ".next", ".git", "dist", "data", "coverage"];
const alone = ["-rn", "--"];
const isAlone = spawnSync("unshare", [...alone, "true"]).status === 0;

if (!isAlone) console.log("Without unshare, or not allowed to use it, the build is not tried without a network.");

test.runIf(isAlone)(
  "the build needs no network",
  () => {
    const folder = emptyFolder();
    for (const name of readdirSync(".").filter((one) => !left.includes(one))) cpSync(name, join(folder, name), { recursive: true });
    cpSync("node_modules", join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true, filter: (path) => !path.includes(".cache") });

    const network = spawnSync("unshare", [...alone, process.execPath, "-e", "fetch('http://192.0.2.1').catch((error) => console.log(error.cause.code))"], {
      encoding: "utf8",
    });
    expect(network.stdout.trim()).toBe("ENETUNREACH");

    const env = { ...process.env, NODE_ENV: "production" as const };
    const { status, stderr } = spawnSync("unshare", [...alone, process.execPath, "scripts/build.mjs"], { cwd: folder, env, encoding: "utf8" });
    expect([status, status === 0 ? "" : stderr.slice(-2000)]).toEqual([0, ""]);
    rmSync(folder, { recursive: true });
    promise("O7", "built in a network namespace without a way out");
  },
  900_000,
);
