import { once } from "node:events";
import type { Server } from "node:http";
import { setTimeout as pause, setImmediate as wholeTurn } from "node:timers/promises";
import { promisify } from "node:util";

const turnMs = 50;
const quietTurns = 5;
const mostTurns = 40;
const draining = new WeakSet<Server>();

export function isDraining(server: Server): boolean {
  return draining.has(server);
}

/** Answers what is under way and «later» to whoever comes meanwhile, and hangs up on the rest when the time is over. The door shuts
 *  last, when nobody has come for a while: whoever the system had let in line before us would hear nothing at all. A while is counted
 *  in turns in which everybody in line was let in, for on a busy machine a quarter of a second may pass without one. */
export async function drain(server: Server, limitMs: number) {
  const open = promisify(server.getConnections.bind(server));
  const startedAt = performance.now();
  let turn = 0;
  let cameIn = 0;
  server.on("connection", () => {
    cameIn = turn;
  });
  draining.add(server);
  do {
    server.closeIdleConnections();
    await pause(turnMs);
    turn += 1;
    await wholeTurn();
  } while (((await open()) > 0 || isBusyDoor(turn, cameIn)) && performance.now() - startedAt < limitMs);
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}

/** Where people come all the time, there is no quiet moment to wait for. */
function isBusyDoor(turn: number, cameIn: number) {
  return turn - cameIn < quietTurns && turn < mostTurns;
}
