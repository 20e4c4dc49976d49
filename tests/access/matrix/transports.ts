import type { Sent } from "./wire";

type Transport = [name: string, sent: (path: string) => Sent];

const rsc = { rsc: "1" };
const prefetch = { ...rsc, "next-router-prefetch": "1" };

/** Every other way of asking for the same address. */
export const transports: Transport[] = [
  ["as data for scripts", (path) => ({ path, headers: rsc })],
  ["as data, with its mark", (path) => ({ path: `${path}?_rsc=abcde`, headers: rsc })],
  ["as a prefetch", (path) => ({ path: `${path}?_rsc=abcde`, headers: prefetch })],
  ["as the tree of a prefetch", (path) => ({ path, headers: { ...prefetch, "next-router-segment-prefetch": "/_tree" } })],
  ["as a segment of a prefetch", (path) => ({ path, headers: { ...prefetch, "next-router-segment-prefetch": "/__PAGE__" } })],
  ["with a state tree", (path) => ({ path, headers: { ...rsc, "next-router-state-tree": encodeURIComponent('["",{}]') } })],
  ["by the file of its data", (path) => ({ path: `${path}.rsc` })],
  ["as JSON by its name", (path) => ({ path: `${path}.json` })],
  ["as Next's data", (path) => ({ path: `/_next/data/x${path}.json` })],
  ["as a HEAD", (path) => ({ path, method: "HEAD" })],
  ["with two slashes before", (path) => ({ path: `/${path}` })],
  ["with a slash at its end", (path) => ({ path: `${path}/` })],
  ["by way of a dot", (path) => ({ path: path.replace(/(?<=.)\//, "/%2e/") })],
  ["with an escaped slash", (path) => ({ path: path.replace(/(?<=.)\//, "%2f") })],
  ["by way of two dots", (path) => ({ path: `/login/%2e%2e${path}` })],
  ["in capitals", (path) => ({ path: path.toUpperCase() })],
  ["with a middleware's header", (path) => ({ path, headers: { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" } })],
  [
    "with an invoked path",
    (path) => ({ path: "/login", headers: { "x-invoke-path": path, "x-matched-path": path, "x-rewrite-url": path, "x-original-url": path } }),
  ],
  ["as another method by a header", (path) => ({ path, method: "POST", headers: { "x-http-method-override": "GET" } })],
  ["as an OPTIONS", (path) => ({ path, method: "OPTIONS" })],
];
