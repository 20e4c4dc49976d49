import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent } from "node:http";
import { join } from "node:path";
import { type Handle, openDatabase } from "@/db/open";
import { together } from "./client";
import { withCopy } from "./copies";
import { openSessions } from "./members";
import { formOn } from "./poster";
import { lockDuring } from "./probe";
import { type Server, startProduct } from "./servers";
import { figure, printTable, short } from "./table";

const posts = 200;
const importedRows = 2_000;
const heldMs = 50;

/** What changing data costs, on a copy: commits alone and through the form, an import by the worker, and how long others wait for the lock. */
export async function measureWrites({ accounts, folder }: { accounts: number; folder: string }) {
  await withCopy(folder, async (copy) => {
    const path = join(copy, "cartera.sqlite");
    const [administrator] = openSessions([copy], "administrator");
    const control = await lockDuring(path, async () => hold(path, heldMs));
    const bare = bareCommits(copy);
    const server = await startProduct("writes", copy);
    const handle = openDatabase(path, { readonly: true });
    try {
      const cookie = administrator!.cookies[0]!;
      const add = await accountPoster(server, cookie);
      const alone = await together({ requests: posts, connections: 1 }, add);
      const crowded = await together({ requests: posts, connections: 8 }, add);
      process.stderr.write("Accounts posted; the lock under posts, then under an import\n");
      const idle = await lockDuring(path, async () => void (await together({ requests: posts, connections: 1 }, add)));
      let importRate = 0;
      const busy = await lockDuring(path, async () => {
        importRate = await besides(path, add, () => importRows(server, cookie, handle));
      });
      process.stderr.write("Imported beside posts; once more alone\n");
      const quietRate = await importRows(server, cookie, handle);
      printTable(
        `Writing, ${short(accounts)} accounts`,
        ["what", "per second", "p50 ms", "p99 ms"],
        [
          ["commits of one row, better-sqlite3 alone", figure(bare), "", ""],
          ["accounts created by form, 1 connection", figure(alone.rate), figure(alone.p50), figure(alone.p99)],
          ["accounts created by form, 8 connections", figure(crowded.rate), figure(crowded.p50), figure(crowded.p99)],
          [`rows of a list of ${importedRows} imported, alone`, figure(quietRate), "", ""],
          ["the same beside posts and a long read", figure(importRate), "", ""],
        ],
        1,
      );
      const rows = Object.entries({ [`control: held ${heldMs} ms on purpose`]: control, "posts alone": idle, "import, posts and a long read": busy });
      printTable(
        "How long the write lock was not to be had, asked every ms from another process",
        ["while", "longest ms", "over 20 ms", "times held", "tries"],
        rows.map(([name, { longestMs, over20ms, holds, tries }]) => [name, figure(longestMs), String(over20ms), String(holds), String(tries)]),
        1,
      );
    } finally {
      handle.close();
      await server.stop();
    }
  });
}

function hold(path: string, ms: number) {
  const handle = openDatabase(path);
  handle.exec("begin immediate");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
  handle.exec("rollback");
  handle.close();
}

/** Commits of one row with the product's own settings, in a file beside it. */
function bareCommits(folder: string): number {
  const handle = openDatabase(join(folder, "bare.sqlite"));
  handle.exec("create table rows (id integer primary key, name text not null) strict");
  const insert = handle.prepare("insert into rows (name) values (?)");
  const startedAt = performance.now();
  for (let count = 0; count < posts; count += 1) insert.run(`Empresa ${count}`);
  const seconds = (performance.now() - startedAt) / 1000;
  handle.close();
  return posts / seconds;
}

async function accountPoster(server: Server, cookie: string) {
  const post = await formOn(server.url, "/accounts/new", cookie, "Guardar");
  let made = 0;
  return async (agent: Agent): Promise<number> => {
    made += 1;
    const { status, ms, body } = await post(agent, { name: `Comercial Medida ${process.pid} ${made}`, city: "Mérida" });
    if (status !== 303) throw new Error(`A new account was answered ${status}: ${String(body).slice(0, 300)}`);
    return ms;
  };
}

/** Runs `deed` while accounts are posted and somebody reads the whole database over and over, as a copy would. */
async function besides<Result>(path: string, add: (agent: Agent) => Promise<number>, deed: () => Promise<Result>): Promise<Result> {
  const reader = fork(join("dist", "bench.mjs"), ["read", path]);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let done = false;
  const posting = (async () => {
    while (!done) await add(agent);
  })();
  try {
    return await deed();
  } finally {
    done = true;
    await posting;
    agent.destroy();
    reader.kill();
    await once(reader, "exit");
  }
}

/** Rows per second from the click on «Aplicar» to the last row. */
async function importRows(server: Server, cookie: string, handle: Handle): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const mark = `${Date.now()}`.slice(-6);
  const lines = Array.from({ length: importedRows }, (_, row) => `M${mark}-${row},Importada ${mark} ${row},Persona ${row},Mérida`);
  const upload = await formOn(server.url, "/imports/new", cookie, "Subir y revisar");
  const { location } = await upload(agent, { kind: "accounts", file: { name: "lista.csv", content: ["Código,Empresa,Contacto,Ciudad", ...lines].join("\n") } });
  const id = Number(/\/imports\/(\d+)/.exec(location ?? "")?.[1]);
  const state = handle.prepare("select state from imports where id = ?").pluck();
  await until(() => state.get(id) === "checked");
  const apply = await formOn(server.url, `/imports/${id}`, cookie, `Aplicar ${importedRows.toLocaleString("es-MX")} renglones`);
  const startedAt = performance.now();
  await apply(agent, {});
  await until(() => state.get(id) === "applied");
  agent.destroy();
  return importedRows / ((performance.now() - startedAt) / 1000);
}

async function until(holds: () => boolean) {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
}
