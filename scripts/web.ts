import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import next from "next";
import { closeDatabase, database } from "@/db/client";
import { dataFolder } from "@/db/data-folder";
import { refusalOf } from "@/db/refusal";
import { storageTrouble, troubleSentence, whenStorageFails } from "@/db/storage";
import { setupToken } from "@/lib/web/auth/setup-token";
import { noteWorkerAlive } from "@/lib/web/heartbeat";
import { endWithParent, tellAlive } from "./parent";
import { readSettings } from "./settings";
import { drain } from "./web/drain";
import { publicFiles } from "./web/public-files";
import { webServer } from "./web/server";

const drainLimit = 8_000;
const lastWordsMs = 1_000;

start().catch((error) => {
  const trouble = storageTrouble(error);
  if (trouble) console.error(troubleSentence(trouble, dataFolder()));
  const refusal = refusalOf(error);
  console.error(refusal?.message ?? error);
  process.exit(refusal?.exitCode ?? (error.code === "EADDRINUSE" ? 69 : 1));
});

async function start() {
  const settings = readSettings(process.env);
  if (typeof settings === "string") throw new Error(settings);
  const { host, port } = settings;
  database();

  // Next only logs what nobody caught; a process in an unknown state must not go on.
  process.on("uncaughtException", () => process.exit(1));

  // next-auth makes its addresses from this, never from what a visitor says of the host.
  process.env.NEXTAUTH_URL = process.env.APP_URL;
  takeBuiltConfig();
  const app = next({ dev: false, dir: process.cwd(), hostname: host, port });
  await app.prepare();
  const server = webServer({ settings, handler: app.getRequestHandler(), publicFiles: publicFiles(join(process.cwd(), "public")) });
  process.on("message", (message: { type?: string }) => message.type === "worker-alive" && noteWorkerAlive());
  whenStorageFails(() => void giveUp(server));
  server.listen(port, host);
  await once(server, "listening");

  const url = process.env.APP_URL!;
  const token = setupToken(Date.now());
  tellAlive();
  process.send?.({ type: "ready", url, setupLink: token && `${url}/setup?token=${token}` });

  endWithParent(async () => {
    await drain(server, drainLimit);
    closeDatabase();
  });
}

/** What the system took for written may be gone: the supervisor starts a process that reads the file anew. */
async function giveUp(server: Server) {
  console.error(troubleSentence("failing", dataFolder()));
  setTimeout(() => process.exit(1), lastWordsMs);
  await drain(server, lastWordsMs);
  process.exit(1);
}

/** Next would compile next.config.ts again, and read another environment than the build did. */
function takeBuiltConfig() {
  const built = JSON.parse(readFileSync(join(process.cwd(), ".next", "required-server-files.json"), "utf8"));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(built.config);
}
