import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestStore } from "@/lib/web/request";
import { refusalPage } from "./refusal-page";

type Guarded = { store: RequestStore; headers: Record<string, string>; cacheable: boolean };

/** Has the last word on status and headers, at the moment they leave. A failure Next would show as a blank page gets a whole one. */
export function guardResponse(req: IncomingMessage, res: ServerResponse, { store, headers, cacheable }: Guarded) {
  const { writeHead, write, end } = res;
  let page: string | undefined;

  res.writeHead = ((status: number, ...rest: unknown[]) => {
    const final = finalStatus(req, store, status);
    if (isBare(req, store, status) && !isFetched(req)) page = refusalPage(final, store.locale, store.id);
    if (page !== undefined) describe(res, page);
    if (!cacheable || final >= 400) res.setHeader("Cache-Control", "no-store");
    for (const [name, value] of Object.entries(headers)) if (!res.hasHeader(name) && !isLeftOut(name, store)) res.setHeader(name, value);
    return Reflect.apply(writeHead, res, [final, ...rest]);
  }) as typeof res.writeHead;

  res.write = ((...args: unknown[]) => {
    if (!res.headersSent) res.writeHead(res.statusCode);
    return page === undefined ? Reflect.apply(write, res, args) : true;
  }) as typeof res.write;

  res.end = ((...args: unknown[]) => {
    if (!res.headersSent) res.writeHead(res.statusCode);
    return Reflect.apply(end, res, page === undefined ? args : [page]);
  }) as typeof res.end;
}

/** Of who may show a page in a frame this header could only say nobody. */
function isLeftOut(name: string, { isFramed = false }: RequestStore) {
  return isFramed && name === "X-Frame-Options";
}

/** Next says 500 for a post it cannot decode; the fault is the sender's when no code of ours was reached. */
function finalStatus(req: IncomingMessage, store: RequestStore, status: number) {
  if (status >= 500 && isUndecoded(req, store)) return 400;
  return status < 300 ? (store.status ?? status) : status;
}

/** Next's own failures have an empty body or a line of English. */
function isBare(req: IncomingMessage, store: RequestStore, status: number) {
  if (store.status !== undefined) return false;
  return status >= 500 || (status >= 400 && status !== 404 && isUndecoded(req, store));
}

function isUndecoded(req: IncomingMessage, { reached }: RequestStore) {
  return !reached && req.method !== "GET" && req.method !== "HEAD";
}

/** Scripts of ours ask for data and show their own message. */
function isFetched(req: IncomingMessage) {
  return req.headers.rsc !== undefined || req.headers["next-action"] !== undefined || (req.url ?? "").startsWith("/api/");
}

function describe(res: ServerResponse, page: string) {
  for (const name of ["content-encoding", "transfer-encoding", "etag", "vary"]) res.removeHeader(name);
  res.setHeader("Content-Type", "text/html; charset=utf-8");
  res.setHeader("Content-Length", Buffer.byteLength(page));
}
