import { once } from "node:events";
import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const quietMs = 50;
const draining = new WeakSet<Server>();

export function isDraining(server: Server): boolean {
  return draining.has(server);
}

/** Answers what is under way and «later» to whoever comes meanwhile, and hangs up on the rest when the time is over. The door shuts
 *  last: whoever the system had let in line before us would hear nothing at all. */
export async function drain(server: Server, limitMs: number) {
  const open = promisify(server.getConnections.bind(server));
  const startedAt = performance.now();
  draining.add(server);
  do {
    server.closeIdleConnections();
    await pause(quietMs);
  } while ((await open()) > 0 && performance.now() - startedAt < limitMs);
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
