import { Agent } from "node:http";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";
import { load, type Timing, timing, visit } from "./client";
import { type Server, startControl, startProduct } from "./servers";
import { figure, median, printTable } from "./table";

type Asked = { folder: string; cookie: string; ids: number[]; sheet: DocumentSheet };

const rounds = 3;
const secondsEach = 12;
const share = 0.3;
const page = "/accounts";

/** Pages at 30 % of what the machine can serve, first alone, then beside long PDFs. The control draws the same ones inside the web process. */
export async function measureDuring({ folder, cookie, ids, sheet }: Asked) {
  const product = await startProduct("pdf", folder);
  const waiting = [...ids];
  const worker = await compared(product, cookie, (over) => askForPdfs(product, cookie, waiting, over)).finally(() => product.stop());
  const server = await startControl(folder);
  const control = await compared(server, cookie, (over) => drawInside(server, sheet, over)).finally(() => server.stop());
  const row = (name: string, { alone, beside, drawn }: Compared) => [
    ...[name, String(drawn), figure(median(alone)), figure(median(beside))],
    figure(median(beside.map((p95, round) => p95 / alone[round]!)), 2),
  ];
  printTable(
    `Pages at ${share * 100} % load while PDFs of 20 pages are drawn, ${rounds} rounds of ${secondsEach} s`,
    ["PDFs drawn", "how many", "p95 ms without", "p95 ms with", "ratio"],
    [row("by the worker's child", worker), row("control: inside the web process", control)],
    1,
  );
}

type Compared = { alone: number[]; beside: number[]; drawn: number };

async function compared(server: Server, cookie: string, draw: (over: AbortSignal) => Promise<number>): Promise<Compared> {
  await load(server.url + page, cookie, { requests: 60, connections: 8 });
  const { rate } = await load(server.url + page, cookie, { requests: 120, connections: 8 });
  const result: Compared = { alone: [], beside: [], drawn: 0 };
  for (let round = 0; round < rounds; round += 1) {
    result.alone.push((await steady(server.url + page, cookie, rate * share)).p95);
    const over = new AbortController();
    const drawing = draw(over.signal);
    result.beside.push((await steady(server.url + page, cookie, rate * share)).p95);
    over.abort();
    result.drawn += await drawing;
  }
  return result;
}

/** Requests at even distances, whether or not the ones before were answered: who is kept waiting is counted. */
async function steady(url: string, cookie: string, rate: number): Promise<Timing> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const startedAt = performance.now();
  const answers = Array.from({ length: Math.ceil(rate * secondsEach) }, async (_, order) => {
    const due = startedAt + (order * 1000) / rate;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    await visit(agent, url, cookie);
    return performance.now() - due;
  });
  const times = await Promise.all(answers);
  agent.destroy();
  return timing(times, secondsEach);
}

/** One after the other, each invoice once: what was drawn is kept. */
async function askForPdfs(server: Server, cookie: string, ids: number[], over: AbortSignal): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  let drawn = 0;
  while (!over.aborted) {
    const id = ids.shift();
    if (id === undefined) throw new Error("There were too few long invoices to draw");
    await drawnAt(agent, `${server.url}/invoices/${id}/pdf`, cookie);
    drawn += 1;
  }
  agent.destroy();
  return drawn;
}

/** Asks again while it is in preparation. */
async function drawnAt(agent: Agent, url: string, cookie: string) {
  for (let status = 202; status !== 200; ) {
    status = (await visit(agent, url, cookie)).status;
    if (status !== 200 && status !== 202) throw new Error(`${url} answered ${status}`);
  }
}

async function drawInside({ child }: Server, sheet: DocumentSheet, over: AbortSignal): Promise<number> {
  let drawn = 0;
  while (!over.aborted) {
    const done = Promise.withResolvers<void>();
    child.once("message", () => done.resolve());
    child.send({ type: "draw", sheet });
    await done.promise;
    drawn += 1;
  }
  return drawn;
}
