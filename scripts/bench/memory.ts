import { load } from "./client";
import { openSessions } from "./members";
import { familyOf, memoryOf, programOf } from "./processes";
import { startProduct } from "./servers";
import { figure, printTable, short } from "./table";

const restMs = 60_000;
const rounds = 4;
const requestsEachRound = 2_500;
const paths = ["/accounts", "/accounts?q=ferreteria", "/accounts/7", "/invoices", "/invoices/7", "/"];

/** How long until it answers, and what every process holds: a minute after the start and after each 2,500 of 10,000 requests. */
export async function measureMemory({ accounts, folder }: { accounts: number; folder: string }) {
  const members = openSessions([folder]);
  const startedAt = performance.now();
  const server = await startProduct("memory", folder);
  const startMs = performance.now() - startedAt;
  try {
    await new Promise((resolve) => setTimeout(resolve, restMs));
    const rows = rowsOf(server.pid, "a minute after the start");
    for (let round = 1; round <= rounds; round += 1) {
      await manyPages(
        server.url,
        members.map(({ cookies }) => cookies[0]!),
      );
      rows.push(...rowsOf(server.pid, `after ${round * requestsEachRound} requests`));
    }
    console.log(`\nFrom start to «ok» of /api/health: ${figure(startMs, 0)} ms.`);
    printTable(`Memory in MB, ${short(accounts)} accounts`, ["when", "process", "resident", "its own", "with its share"], rows);
  } finally {
    await server.stop();
  }
}

/** Every page as every member in turn; what a member may not see is another's page to ask for. */
async function manyPages(url: string, cookies: string[]) {
  const targets = paths
    .flatMap((path) => cookies.map((cookie) => ({ path, cookie })))
    .filter(({ path }, place) => place % cookies.length === 0 || !/\d$/.test(path));
  const requests = Math.ceil(requestsEachRound / targets.length);
  for (const { path, cookie } of targets) await load(url + path, cookie, { requests, connections: 8 });
}

function rowsOf(pid: number, when: string): string[][] {
  const processes = familyOf(pid).map((each) => ({ name: programOf(each), ...memoryOf(each) }));
  const all = processes.reduce((sum, { resident, own, share }) => ({ resident: sum.resident + resident, own: sum.own + own, share: sum.share + share }), {
    resident: 0,
    own: 0,
    share: 0,
  });
  return [...processes, { name: "all", ...all }].map(({ name, resident, own, share }) => [when, name, figure(resident), figure(own), figure(share)]);
}
