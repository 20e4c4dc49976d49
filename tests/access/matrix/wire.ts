import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { tokensIn } from "./facts";

export type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: Buffer | string };
export type Heard = { status: number; location: string; headers: IncomingMessage["headers"]; body: string; bytes: Buffer };
export type Line = ReturnType<typeof openLine>;

/** Eight connections to a server, each for one question: one kept alive may be closed by the server just as it is used again. The address goes out as it is written. */
export function openLine(base: string, connections = 8) {
  const { hostname, port, host, origin } = new URL(base);
  const agent = new Agent({ keepAlive: false, maxSockets: connections });

  async function ask(cookie: string, { method = "GET", path, headers = {}, body }: Sent): Promise<Heard> {
    const length = body === undefined ? undefined : String(Buffer.byteLength(body));
    const sent = { host, ...(cookie && { cookie }), ...(length && { "content-length": length }), ...headers };
    const outgoing = request({ hostname, port, method, path, agent, setHost: false, headers: sent });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    const bytes = await buffer(incoming);
    return { status: incoming.statusCode!, location: incoming.headers.location ?? "", headers: incoming.headers, body: bytes.toString(), bytes };
  }

  /** A form as its page would send it. */
  async function post(cookie: string, path: string, form: FormData): Promise<Heard> {
    const whole = new Response(form);
    const headers = { "content-type": whole.headers.get("content-type")!, origin, "sec-fetch-site": "same-origin" };
    return ask(cookie, { method: "POST", path, headers, body: Buffer.from(await whole.arrayBuffer()) });
  }

  return { ask, post, base, close: () => agent.destroy() };
}

export function cookieOf(jar: Map<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
}

/** Does every piece of work, a few at a time. */
export async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>, most = 8): Promise<void> {
  const queue = items[Symbol.iterator]();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}

/** The answer without what is drawn anew for every one, and with every number of a record alike. */
export function withoutDrawn({ headers, body, location, status }: Heard): string {
  const [, nonce = " "] = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"])) ?? [];
  const plain = (whole: string) =>
    whole
      .replaceAll(nonce, "NONCE")
      // The same page is cut into script chunks now one way, now another.
      .replace(/<script\b[^>]*>.*?<\/script>/gs, "")
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID")
      .replace(/(?<!\d)[78]\d{5}(?!\d)/g, "RECORD");
  return [status, plain(location), headers["content-type"], headers["cache-control"], plain(body)].join("\n");
}

/** The same form by somebody who never saw what it held: an echo of what was typed is no leak. */
export function unsigned(body: FormData): FormData {
  const plain = new FormData();
  for (const [name, value] of body) plain.append(name, typeof value === "string" && tokensIn(value).length > 0 ? "prueba" : value);
  return plain;
}
