import type { IncomingMessage } from "node:http";
import { isSameOrigin } from "./origin";

export type Refusal = { status: number; headers?: Record<string, string> };
export type Rules = { origins: ReadonlyMap<string, string> };

const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
const safeMethods = ["GET", "HEAD"];
const longestUrl = 8_000;
const largestBody = 1_048_576;
const largestUpload = 20 * 1_048_576;
/** What strangers fill in is a few lines. */
const largestAnswer = 32 * 1_024;
/** Several photographs of a telephone at once. */
const largestAttachments = 60 * 1_048_576;

/** What transport rules say no to, before any page sees the request. `origins` holds each address of ours by its host. */
export function refusalFor(req: IncomingMessage, { origins }: Rules): Refusal | undefined {
  const method = req.method ?? "";
  if (!methods.includes(method)) return { status: 405, headers: { Allow: methods.join(", ") } };

  const url = req.url ?? "";
  if (url.length > longestUrl) return { status: 414 };
  if (!isReadable(url)) return { status: 400 };

  const origin = origins.get((req.headers.host ?? "").toLowerCase());
  if (origin === undefined) return { status: 421 };
  if (safeMethods.includes(method)) return undefined;
  if (!isSameOrigin(req, origin)) return { status: 403 };
  return bodyRefusal(req);
}

/** A length is asked for, so that the cap is known before the first byte. */
function bodyRefusal(req: IncomingMessage): Refusal | undefined {
  if (req.headers["transfer-encoding"] !== undefined) return { status: 411 };
  return Number(req.headers["content-length"] ?? 0) > capOf(pathOf(req)) ? { status: 413 } : undefined;
}

function capOf(path: string): number {
  if (path.startsWith("/f/")) return largestAnswer;
  if (path === "/api/uploads/attachments") return largestAttachments;
  return path === "/api/uploads" || path.startsWith("/api/uploads/") ? largestUpload : largestBody;
}

export function pathOf(req: IncomingMessage) {
  return (req.url ?? "/").split("?", 1)[0]!;
}

/** Next answers 500 to a broken escape, and would take `//x` for a host. */
function isReadable(url: string) {
  const [path = ""] = url.split("?", 1);
  if (!path.startsWith("/") || path.startsWith("//") || path.includes("\\") || /%00/.test(path)) return false;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
