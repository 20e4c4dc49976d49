import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { acceptedLocale } from "@/lib/i18n/accepted";
import { neutral, runWith } from "@/lib/i18n/current";
import { type RequestStore, requestKey } from "@/lib/web/request";
import type { Settings } from "../settings";
import { clientAddress, stripForeignHeaders } from "./client-address";
import { isDraining } from "./drain";
import { makeGate } from "./gate";
import { guardResponse } from "./guard";
import { contentPolicy, securityHeaders } from "./headers";
import { isCookieless, ownOrigins } from "./origin";
import { refusalPage } from "./refusal-page";
import { pathOf, type Refusal, refusalFor } from "./rules";

type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;
type Options = { settings: Settings; handler: Handler; publicFiles: ReadonlySet<string>; limit?: number };

const connectionLimit = 500;
const inFlightLimit = 100;
const limits = { maxHeaderSize: 16_384, headersTimeout: 15_000, requestTimeout: 60_000, connectionsCheckingInterval: 5_000 };
const lingerMs = 2_000;
/** Who uploads too much on a slow line is at it for long; as long as anybody may take to send, short of being hung up on. */
const uploadLingerMs = limits.requestTimeout - limits.connectionsCheckingInterval;

/** Our door: transport rules, the request's store, headers. What passes goes to `handler`. */
export function webServer({ settings, handler, publicFiles, limit = inFlightLimit }: Options): Server {
  const https = settings.appUrl?.protocol === "https:";
  const origins = ownOrigins(settings);
  const gate = makeGate(limit);
  const storage = new AsyncLocalStorage<RequestStore>();
  (globalThis as { [requestKey]?: AsyncLocalStorage<RequestStore> })[requestKey] = storage;

  const server = createServer(limits, (req, res) => {
    const store = storeOf(req, res, settings, origins);
    const headers = { ...securityHeaders(store.nonce, https), "X-Request-Id": store.id };
    const isStatic = store.path.startsWith("/_next/static/") || publicFiles.has(store.path);
    guardResponse(req, res, { store, headers, cacheable: isStatic });

    if (isDraining(server)) return refuse(req, res, stopping, store);
    const refusal = refusalFor(req, { origins }) ?? (isStatic || gate.enter(req, res) ? undefined : busy);
    if (refusal) return refuse(req, res, refusal, store);
    prepare(req, store);
    storage.run(store, () => runWith(neutral, () => handler(req, res).catch((error) => fail(res, error))));
  });

  server.maxConnections = connectionLimit;
  server.on("connect", (_req, socket: Socket) => hangUp(socket, 405, https));
  server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) => hangUp(socket, rawStatuses[error.code ?? ""] ?? 400, https));
  return server;
}

const busy: Refusal = { status: 503, headers: { "Retry-After": "2" } };
const stopping: Refusal = { status: 503, headers: { "Retry-After": "5", Connection: "close" } };
const rawStatuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };

function storeOf(req: IncomingMessage, res: ServerResponse, { trustedProxies }: Settings, origins: ReadonlyMap<string, string>): RequestStore {
  const host = (req.headers.host ?? "").toLowerCase();
  return {
    res,
    id: randomUUID(),
    nonce: randomBytes(16).toString("base64"),
    path: pathOf(req),
    url: `${origins.get(host) ?? ""}${req.url}`,
    host,
    ip: clientAddress(req, trustedProxies),
    locale: acceptedLocale(req.headers["accept-language"]),
    reached: false,
  };
}

function prepare(req: IncomingMessage, { nonce, path }: RequestStore) {
  stripForeignHeaders(req);
  if (isCookieless(path)) delete req.headers.cookie;
  req.headers["content-security-policy"] = contentPolicy(nonce);
}

/** Who still sends hears the answer at once, and the door stays until all is sent or the time is over: shut before, it would be heard
 *  as a broken line, and the answer be lost. */
function refuse(req: IncomingMessage, res: ServerResponse, { status, headers = {} }: Refusal, store: RequestStore) {
  store.status = status;
  store.reached = true;
  const page = refusalPage(status, store.locale);
  const isSending = !req.complete && (req.headers["content-length"] ?? req.headers["transfer-encoding"]);
  if (isSending) res.setHeader("Connection", "close");
  res.writeHead(status, { ...headers, "Content-Type": "text/html; charset=utf-8", "Content-Length": Buffer.byteLength(page) });
  if (!isSending) return res.end(page);
  res.write(page);
  const shut = () => res.end();
  req.once("end", shut).resume();
  setTimeout(shut, status === 413 ? uploadLingerMs : lingerMs).unref();
}

function fail(res: ServerResponse, error: unknown) {
  console.error(error);
  if (res.headersSent) return res.destroy();
  res.statusCode = 500;
  res.end();
}

/** For what Node refuses before there is a request. The visitor may be gone already. */
function hangUp(socket: Socket, status: number, https: boolean) {
  socket.on("error", () => socket.destroy());
  if (socket.writable) socket.end(rawResponse(status, https));
  else socket.destroy();
}

function rawResponse(status: number, https: boolean) {
  const page = refusalPage(status, neutral.locale);
  const headers = {
    ...securityHeaders("", https),
    "Cache-Control": "no-store",
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(page),
  };
  const lines = Object.entries({ ...headers, Connection: "close" }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} Refused\r\n${lines.join("")}\r\n${page}`;
}
