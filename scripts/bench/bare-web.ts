import { readFileSync } from "node:fs";
import { join } from "node:path";
import next from "next";
import { readSettings } from "../settings";
import { webServer } from "../web/server";
import { bareFolder } from "./servers";

/** Serves the bare page as `scripts/web.ts` serves the product: same door, same Next, no database. */
export async function serveBare() {
  const settings = readSettings(process.env);
  if (typeof settings === "string") throw new Error(settings);
  const { host, port } = settings;
  const dir = join(process.cwd(), bareFolder);
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(JSON.parse(readFileSync(join(dir, ".next", "required-server-files.json"), "utf8")).config);
  const app = next({ dev: false, dir, hostname: host, port });
  await app.prepare();
  webServer({ settings, handler: app.getRequestHandler(), publicFiles: new Set() }).listen(port, host, () => process.send?.({ type: "ready" }));
  process.once("SIGTERM", () => process.exit(0));
  process.on("disconnect", () => process.exit(1));
}
