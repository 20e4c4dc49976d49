import { Agent, request as ask, type OutgoingHttpHeaders } from "node:http";

export type Visit = { status: number; body: Buffer; ms: number; location: string | undefined };
export type Timing = { rate: number; p50: number; p95: number; p99: number };
type Sent = { method?: string; headers?: OutgoingHttpHeaders; body?: Buffer };

/** One request over a connection that stays open; the answer is read to its end. */
export function visit(agent: Agent, url: string, cookie: string, { method = "GET", headers, body }: Sent = {}): Promise<Visit> {
  const startedAt = performance.now();
  const sent = { cookie, accept: "text/html", "sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate", ...headers };
  return new Promise((resolve, reject) => {
    const request = ask(url, { method, agent, headers: sent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        resolve({ status: response.statusCode!, body: Buffer.concat(parts), ms: performance.now() - startedAt, location: response.headers.location });
      });
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** As many requests as asked, over so many connections; every answer must be 200. Times in milliseconds. */
export async function load(url: string, cookie: string, { requests, connections }: { requests: number; connections: number }): Promise<Timing> {
  return together({ requests, connections }, async (agent) => {
    const { status, ms } = await visit(agent, url, cookie);
    if (status !== 200) throw new Error(`${url} answered ${status}`);
    return ms;
  });
}

/** Does `deed` so many times, by so many at once. It answers how long it took. */
export async function together({ requests, connections }: { requests: number; connections: number }, deed: (agent: Agent, order: number) => Promise<number>) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let asked = 0;
  const go = async () => {
    while (asked < requests) {
      asked += 1;
      times.push(await deed(agent, asked));
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, go));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return timing(times, seconds);
}

export function timing(times: number[], seconds: number): Timing {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { rate: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
