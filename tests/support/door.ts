import { once } from "node:events";
import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { request } from "@/lib/web/request";
import { readSettings, type Settings } from "@/scripts/settings";
import { webServer } from "@/scripts/web/server";

const closing: (() => void)[] = [];

export function closeDoors() {
  for (const close of closing.splice(0)) close();
}

type Seen = { nonce: string; ip: string; url: string; host: string; policy: unknown; names: string[] };

/** The settings these variables stand for. */
export function settings(variables: Record<string, string>): Settings {
  const read = readSettings({ NODE_ENV: "test", ...variables });
  if (typeof read === "string") throw new Error(read);
  return read;
}

/** Our http server in front of `answer`, and what it let through. */
export async function door(rules = settings({}), answer?: (req: IncomingMessage, res: ServerResponse) => void, limit?: number) {
  const seen: Seen[] = [];
  const handler = async (req: IncomingMessage, res: ServerResponse) => {
    if (answer) return answer(req, res);
    const { nonce, ip, url, host } = request();
    seen.push({ nonce, ip, url, host, policy: req.headers["content-security-policy"], names: Object.keys(req.headers) });
    res.end("x");
  };
  const server = webServer({ settings: rules, handler, publicFiles: new Set(["/logo.svg"]), limit }).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close().closeAllConnections());
  const { port } = server.address() as AddressInfo;

  const ask = async (
    path: string,
    { method = "GET", headers = { Host: "localhost:3000" }, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ) => {
    const outgoing = send({ host: "127.0.0.1", port, method, path, headers, agent: false, setHost: false });
    const length = Number(headers["Content-Length"] ?? 0);
    if (length > 0) outgoing.flushHeaders();
    else outgoing.end(body);
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    const result: { status?: number; headers: IncomingHttpHeaders; body: string } = {
      status: incoming.statusCode,
      headers: incoming.headers,
      body: await text(incoming),
    };
    outgoing.destroy();
    return result;
  };
  return { ask, seen, port, server };
}
