import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { logIn } from "../support/people";

type Told = { url: string; password: string; logins: { role: string; email: string }[] };

test("npm run demo serves an example, says who may enter, and leaves nothing behind", async () => {
  const child = spawn(process.execPath, ["dist/demo.mjs", "--pack", "uy"], {
    env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: process.env.HOME },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const path = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const [, found] = /También en (\S+)/.exec(output) ?? [];
      if (found) resolve(found);
    });
    child.once("close", (code) => reject(new Error(`The demo ended with ${code}:\n${output}`)));
  });
  const told = JSON.parse(readFileSync(path, "utf8")) as Told;
  expect([statSync(path).mode & 0o777, statSync(dirname(path)).mode & 0o777]).toEqual([0o600, 0o700]);
  expect(told.logins.map(({ role }) => role)).toEqual(["administrator", "manager", "rep", "rep", "billing", "readOnly", "customer", "customer"]);
  for (const { email } of told.logins) await logIn(told, email, told.password);

  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(existsSync(dirname(path))).toBe(false);
}, 240_000);
