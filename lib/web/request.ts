import type { AsyncLocalStorage } from "node:async_hooks";
import type { ServerResponse } from "node:http";
import type { Locale } from "@/lib/i18n/keys";

export type RequestStore = {
  res: ServerResponse;
  /** Of this request, for uploads, logs and the error page. */
  id: string;
  /** For inline scripts and styles of this one page. */
  nonce: string;
  path: string;
  /** The whole address as the visitor knows it. */
  url: string;
  host: string;
  ip: string;
  /** What the visitor's browser asks for. */
  locale: Locale;
  /** Set by a page that other sites may show in a frame, and says itself which. */
  isFramed?: boolean;
  /** Set by the page; wins over the 200 that Next writes. */
  status?: number;
  /** Whether code of ours ran; if not, a failed post was one that Next could not read. */
  reached: boolean;
};

export const requestKey = Symbol.for("cartera.request");

const shared = globalThis as { [requestKey]?: AsyncLocalStorage<RequestStore> };

/** The request being answered, as our http server saw it. Throws outside of one. */
export function request(): RequestStore {
  const store = shared[requestKey]?.getStore();
  if (!store) throw new Error("There is no request here");
  store.reached = true;
  return store;
}

/** The status of the page being drawn. Must be called before its first byte leaves. */
export function setStatus(code: number) {
  request().status = code;
}
