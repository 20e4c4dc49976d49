import type { IncomingMessage, ServerResponse } from "node:http";

/** Counts what is being worked on. Beyond the limit, saying «later» at once beats making everybody wait. */
export function makeGate(limit: number) {
  let inside = 0;

  const enter = (req: IncomingMessage, res: ServerResponse): boolean => {
    if (inside >= limit) return false;
    whenReceived(req, () => {
      if (res.closed) return;
      inside += 1;
      res.once("close", () => {
        inside -= 1;
      });
    });
    return true;
  };

  return { enter, inside: () => inside };
}

/** A body that trickles in costs nothing until it is whole. */
function whenReceived(req: IncomingMessage, then: () => void) {
  if (Number(req.headers["content-length"] ?? 0) === 0) then();
  else req.once("end", then);
}
