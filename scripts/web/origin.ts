import type { IncomingMessage } from "node:http";
import { isLoopback, type Settings } from "../settings";

/** Read without cookies, so another site gains nothing by posting there. */
const cookieless = ["/api/v1/", "/f/"];

/** Every address we answer at, by the `Host` a visitor sends for it. */
export function ownOrigins({ host, port, appUrl }: Settings): ReadonlyMap<string, string> {
  const origins = appUrl ? [appUrl.origin] : [];
  if (isLoopback(host)) origins.push(...["localhost", "127.0.0.1", "[::1]"].map((name) => new URL(`http://${name}:${port}`).origin));
  return new Map(origins.map((origin) => [new URL(origin).host, origin]));
}

export function isCookieless(path: string) {
  return cookieless.some((prefix) => path.startsWith(prefix));
}

/** Whether a change was asked for by a page of ours. What the browser says of the fetch decides; without it, `Origin` must be there. */
export function isSameOrigin(req: IncomingMessage, origin: string) {
  if (isCookieless(req.url ?? "")) return true;
  const site = req.headers["sec-fetch-site"];
  const from = req.headers.origin;
  if (from !== undefined && from !== origin) return false;
  return site === undefined ? from === origin : site === "same-origin";
}
