import { once } from "node:events";
import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const turnMs = 50;
const quietMs = 250;
const mostQuietMs = 2_000;
const draining = new WeakSet<Server>();

export function isDraining(server: Server): boolean {
  return draining.has(server);
}

/** Answers what is under way and «later» to whoever comes meanwhile, and hangs up on the rest when the time is over. The door shuts
 *  last, when nobody has come for a while: whoever the system had let in line before us would hear nothing at all. */
export async function drain(server: Server, limitMs: number) {
  const open = promisify(server.getConnections.bind(server));
  const startedAt = performance.now();
  let cameAt = startedAt;
  server.on("connection", () => {
    cameAt = performance.now();
  });
  draining.add(server);
  do {
    server.closeIdleConnections();
    await pause(turnMs);
  } while (((await open()) > 0 || isBusyDoor(startedAt, cameAt)) && performance.now() - startedAt < limitMs);
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Where people come all the time, there is no quiet moment to wait for. */
function isBusyDoor(startedAt: number, cameAt: number) {
  const now = performance.now();
  return now - cameAt < quietMs && now - startedAt < mostQuietMs;
}
