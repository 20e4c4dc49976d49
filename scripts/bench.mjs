import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { buildStamp, buildStampPath, ownNode, root, stampIn } from "./stamp.mjs";

if (stampIn(buildStampPath) !== buildStamp()) run("scripts/build.mjs", []);
run("dist/bench.mjs", process.argv.slice(2));

function run(program, args) {
  const { status } = spawnSync(ownNode, ["--enable-source-maps", join(root, program), ...args], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
