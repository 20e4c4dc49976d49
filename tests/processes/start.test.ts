import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { afterAll, expect, test } from "vitest";
import { openDatabase } from "@/db/open";
import { childNamed } from "@/tests/faults/lives";
import { promise } from "@/tests/support/promise";
import { emptyFolder, refusedStart, startServer } from "@/tests/support/server";

const running = await startServer();
afterAll(() => running.stop());

test("a first start makes the folder, the secret and the data, and says where it is", async () => {
  expect(statSync(running.dataDir).mode & 0o777).toBe(0o700);
  expect(statSync(join(running.dataDir, "secret")).mode & 0o777).toBe(0o600);
  expect(running.output().split("\n")).toContain(`Cartera está lista en ${running.url}`);
  const health = await fetch(`${running.url}/api/health`);
  expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
});

test("a second one on the same data refuses", async () => {
  const { code, sentences } = await refusedStart({ env: { DATA_DIR: running.dataDir } });
  expect(sentences).toEqual([`Ya hay una Cartera en marcha con los datos de ${running.dataDir}.`]);
  expect(code).toBe(75);
  promise("J4", "a second instance refuses with 75 and one sentence");
});

test("a busy port is named", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as AddressInfo;
  const { code, sentences } = await refusedStart({ env: { PORT: String(port) } });
  other.close();
  expect(sentences).toEqual([`El puerto ${port} está ocupado; elija otro con PORT.`]);
  expect(code).toBe(69);
});

test.each([
  [{ PORT: "ochenta" }, "PORT debe ser un número de puerto entre 0 y 65535."],
  [{ APP_URL: "cartera.ejemplo.com" }, "APP_URL debe ser la dirección completa de Cartera, por ejemplo https://cartera.ejemplo.com."],
  [{ APP_URL: "http://cartera.ejemplo.com" }, "APP_URL debe empezar con https://; si de verdad quiere http, ponga ALLOW_HTTP=1."],
  [{ HOST: "0.0.0.0" }, "HOST abre Cartera a la red: indique también su dirección en APP_URL."],
  [{ ALLOW_HTTP: "sí" }, "ALLOW_HTTP solo admite 0 o 1."],
])("a wrong setting is named: %o", async (env, sentence) => {
  expect(await refusedStart({ env })).toEqual({ code: 78, sentences: [sentence] });
});

test("a folder that cannot be made or written is named", async () => {
  const file = join(emptyFolder(), "archivo");
  writeFileSync(file, "");
  const { code, sentences } = await refusedStart({ env: { DATA_DIR: join(file, "data") } });
  expect(sentences).toEqual([`No se puede crear la carpeta de datos ${join(file, "data")}.`]);
  expect(code).toBe(73);

  const readOnly = await refusedStart({ env: { DATA_DIR: "/proc/self" } });
  expect(readOnly).toEqual({ code: 73, sentences: ["No se puede escribir en la carpeta de datos /proc/self."] });
});

test("a folder of somebody else is left alone", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "tesis.odt"), "");
  const { code, sentences } = await refusedStart({ env: { DATA_DIR: folder } });
  expect(sentences).toEqual([`La carpeta ${folder} tiene archivos que no son de Cartera; indique otra en DATA_DIR.`]);
  expect(code).toBe(78);
});

test("a database of somebody else is left alone", async () => {
  const folder = emptyFolder();
  const other = new SqliteDatabase(join(folder, "cartera.sqlite"));
  other.exec("create table songs (id integer primary key)");
  other.close();
  const { code, sentences } = await refusedStart({ env: { DATA_DIR: folder } });
  expect(sentences).toEqual(["El archivo cartera.sqlite no es de Cartera; indique otra carpeta en DATA_DIR."]);
  expect(code).toBe(65);
});

test("data of a newer version are refused", async () => {
  const server = await startServer();
  await server.stop();
  const handle = openDatabase(join(server.dataDir, "cartera.sqlite"));
  handle.exec("insert into schema_versions values (9999, 'future', 'x', 0)");
  handle.close();
  const { code, sentences } = await refusedStart({ env: { DATA_DIR: server.dataDir } });
  expect(sentences[0]).toContain("Los datos son de una versión más nueva de Cartera");
  expect([code, sentences.length]).toEqual([78, 1]);
});

test("a short secret is refused", async () => {
  const folder = emptyFolder();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "secret"), "corto");
  const { code, sentences } = await refusedStart({ env: { DATA_DIR: folder } });
  expect([code, sentences]).toEqual([78, [`El archivo ${join(folder, "secret")} no contiene un secreto de al menos 32 caracteres.`]]);
});

test("an old Node is told apart before anything is loaded", () => {
  const source = readFileSync("scripts/start.mjs", "utf8")
    .replaceAll("process.versions.node", '"20.19.2"')
    .replace("./stamp.mjs", `${process.cwd()}/scripts/stamp.mjs`);
  const copy = join(emptyFolder(), "start.mjs");
  writeFileSync(copy, source);
  expect(() => execFileSync(process.execPath, [copy], { stdio: "pipe" })).toThrow(
    "Cartera necesita Node 24 y está corriendo en Node 20.19.2; inicie con «npm start».",
  );
});

test("SIGTERM ends with 0, an empty log, and the data free for the next", async () => {
  const server = await startServer();
  expect(await server.stop()).toBe(0);
  expect(statSync(join(server.dataDir, "cartera.sqlite-wal"), { throwIfNoEntry: false })?.size ?? 0).toBe(0);

  const again = await startServer({ env: { DATA_DIR: server.dataDir } });
  expect(await again.stop()).toBe(0);
});

test("a second SIGTERM does not wait for anybody", async () => {
  const server = await startServer();
  const slow = connect(Number(new URL(server.url).port), "127.0.0.1").on("error", () => undefined);
  await once(slow, "connect");
  slow.write("GET / HTTP/1.1\r\nHost:");
  await fetch(`${server.url}/api/health`);

  process.kill(server.pid, "SIGTERM");
  await expect.poll(server.output, { timeout: 30_000 }).toContain("Deteniendo Cartera…");
  expect(await server.stop()).toBe(143);
});

test("after kill -9 of the supervisor the next one starts at once", async () => {
  const server = await startServer();
  await server.kill();
  const again = await startServer({ env: { DATA_DIR: server.dataDir, PORT: new URL(server.url).port } });
  expect(again.url).toBe(server.url);
  expect(await again.stop()).toBe(0);
});

test("a process that hangs is ended and started again, and one that answers is left alone", async () => {
  const server = await startServer({ env: { SILENCE_LIMIT_MS: "6000" } });
  const [web, worker] = [childNamed(server.pid, "web")!, childNamed(server.pid, "worker")!];
  process.kill(worker, "SIGSTOP");
  await expect.poll(server.output, { timeout: 60_000 }).toContain("El proceso worker terminó (SIGKILL)");
  expect(childNamed(server.pid, "web")).toBe(web);
  process.kill(web, "SIGSTOP");
  await expect.poll(() => server.output().split("lista en").length, { timeout: 60_000 }).toBe(3);
  expect(server.output()).toContain("El proceso web terminó (SIGKILL)");
  await expect.poll(async () => (await fetch(`${server.url}/api/health`)).status, { timeout: 60_000 }).toBe(200);
  expect(await server.stop()).toBe(0);
}, 180_000);

test("a fallen web process comes back on the same port", async () => {
  const server = await startServer();
  const children = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, "utf8").trim().split(" ");
  const web = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("web.mjs"));
  const readyAgain = () => server.output().split("lista en").length === 3;
  process.kill(Number(web), "SIGKILL");
  await expect.poll(readyAgain, { timeout: 30_000 }).toBe(true);
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200);
  expect(await server.stop()).toBe(0);
});
