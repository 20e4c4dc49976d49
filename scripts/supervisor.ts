import { once } from "node:events";
import { join } from "node:path";
import { dataFolder } from "@/db/data-folder";
import { storageTrouble, troubleSentence } from "@/db/storage";
import { isLoopback, readSettings, type Settings } from "./settings";
import { type Child, forkProgram, keepRunning } from "./supervisor/children";
import { ensureSecret, lockDataFolder, prepareDataFolder } from "./supervisor/data-folder";
import { exitCodes, StartRefusal } from "./supervisor/exit";
import { requireFonts } from "./supervisor/fonts";
import { frugal } from "./supervisor/frugal";
import { freePort } from "./supervisor/port";

const drainLimit = 10_000;

start().catch((error) => {
  const trouble = storageTrouble(error);
  const storage = trouble && new StartRefusal(troubleSentence(trouble, dataFolder()), exitCodes.storage);
  const refusal = error instanceof StartRefusal ? error : storage;
  console.error(refusal?.message ?? error);
  process.exit(refusal?.exitCode ?? exitCodes.software);
});

async function start() {
  const settings = readSettings(process.env);
  if (typeof settings === "string") throw new StartRefusal(settings, exitCodes.configuration);

  requireFonts();
  prepareDataFolder(settings.dataDir);
  const lock = lockDataFolder(settings.dataDir);
  const port = await freePort(settings.host, settings.port);
  ensureSecret(settings.dataDir);

  const env = childEnvironment(settings, port);
  await migrateData(env);
  const children = runPrograms(env);
  stopOnSignals(children, () => lock.close());
}

function childEnvironment({ dataDir, host, appUrl, allowHttp }: Settings, port: number): NodeJS.ProcessEnv {
  const address = appUrl?.origin ?? `http://${isLoopback(host) ? "localhost" : host}:${port}`;
  return {
    ...frugal,
    // A quarter of a start is compiling what the last one compiled; where nothing can be written, Node does without.
    NODE_COMPILE_CACHE: join(process.cwd(), "node_modules", ".cache", "cartera-compiled"),
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: host,
    APP_URL: address,
    ALLOW_HTTP: allowHttp ? "1" : "0",
    DATA_DIR: dataDir,
    NEXTAUTH_URL: address,
  };
}

async function migrateData(env: NodeJS.ProcessEnv) {
  console.log("Preparando los datos…");
  const [code] = (await once(forkProgram("migrate", env), "exit")) as [number | null];
  if (code !== 0) process.exit(code ?? exitCodes.software);
}

function runPrograms(env: NodeJS.ProcessEnv): Child[] {
  const onRefusal = (code: number) => {
    for (const child of children) child.stop("SIGKILL");
    process.exit(code);
  };
  console.log("Iniciando la aplicación…");
  const web = keepRunning("web", env, { onMessage: announce, onRefusal });
  const worker = keepRunning("worker", env, { onMessage: () => web.send({ type: "worker-alive" }), onRefusal });
  const children = [web, worker];
  return children;
}

/** The web process knows when it listens, and whether somebody still has to create the first account. */
function announce(message: unknown) {
  const ready = message as { type?: string; url?: string; setupLink?: string };
  if (ready.type !== "ready") return;
  const invitation = ready.setupLink ? `\nPara crear la primera cuenta, abra ${ready.setupLink}` : "";
  console.log(`Cartera está lista en ${ready.url}${invitation}`);
}

function stopOnSignals(children: Child[], release: () => void) {
  let stopping = false;
  const stop = async () => {
    if (stopping) {
      for (const child of children) child.stop("SIGKILL");
      process.exit(143);
    }
    stopping = true;
    console.log("Deteniendo Cartera…");
    for (const child of children) child.stop("SIGTERM");
    const late = setTimeout(() => children.forEach((child) => void child.stop("SIGKILL")), drainLimit);
    const inOrder = await Promise.all(children.map(({ ended }) => ended));
    clearTimeout(late);
    release();
    if (inOrder.every(Boolean)) process.exit(0);
    console.error("Cartera no pudo terminar en orden; lo que faltaba se retoma al iniciar.");
    process.exit(exitCodes.software);
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => void stop());
}
