import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./stamp.mjs";

const program = join(root, "dist", "supervisor.mjs");
const stamp = join(root, "dist", "build.stamp");

if (Number(process.versions.node.split(".")[0]) < 24) {
  refuse(`Cartera necesita Node 24 y está corriendo en Node ${process.versions.node}; inicie con «npm start».`);
} else if (existsSync(stamp)) {
  process.chdir(root);
  await import(program);
} else {
  refuse("Cartera no está compilada; inicie con «npm start».");
}

function refuse(sentence) {
  console.error(sentence);
  process.exitCode = 78;
}
