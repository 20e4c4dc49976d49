import type { Visitor } from "../support/visit";

/** Sends a form as its page would, without following where it leads. */
export function send(visitor: Visitor, path: string, body: FormData): Promise<Response> {
  return visitor.ask(path, { method: "POST", body, headers: { origin: new URL(visitor.base).origin, "sec-fetch-site": "same-origin" } });
}
