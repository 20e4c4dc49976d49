import type { IncomingMessage } from "node:http";

const foreign = /^(x-middleware-|x-forwarded-|x-nonce$|x-real-ip$|forwarded$|x-action-forwarded$)/;

/** Who is asking. Only a proxy the operator named may speak for somebody else. */
export function clientAddress(req: IncomingMessage, trustedProxies: string[]) {
  const peer = plain(req.socket.remoteAddress ?? "");
  if (!trustedProxies.includes(peer)) return peer;
  const said = String(req.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((address) => plain(address.trim()))
    .filter(Boolean);
  return said.findLast((address) => !trustedProxies.includes(address)) ?? peer;
}

/** Removes what a visitor may not tell Next about itself. */
export function stripForeignHeaders(req: IncomingMessage) {
  for (const name of Object.keys(req.headers)) if (foreign.test(name)) delete req.headers[name];
}

function plain(address: string) {
  return address.replace(/^::ffff:/, "");
}
