import { Agent, get } from "node:http";

export type Visit = { status: number; body: Buffer; ms: number };

/** One request over a connection that stays open; the answer is read to its end. */
export function visit(agent: Agent, url: string, cookie: string): Promise<Visit> {
  const startedAt = performance.now();
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie, accept: "text/html", "sec-fetch-site": "none", "sec-fetch-mode": "navigate" } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode!, body: Buffer.concat(parts), ms: performance.now() - startedAt }));
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}

/** As many requests as asked, over so many connections; every answer must be 200. Times in milliseconds. */
export async function load(url: string, cookie: string, { requests, connections }: { requests: number; connections: number }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let asked = 0;
  const ask = async () => {
    while (asked < requests) {
      asked += 1;
      const { status, ms } = await visit(agent, url, cookie);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
      times.push(ms);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: connections }, ask));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return { times, seconds };
}
