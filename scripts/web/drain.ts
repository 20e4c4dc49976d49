import { once } from "node:events";
import type { Server } from "node:http";

/** Takes nothing new, answers what is under way, and hangs up on the rest when the time is over. */
export async function drain(server: Server, limitMs: number) {
  const closed = once(server, "close");
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), limitMs);
  await closed;
  clearTimeout(late);
}
