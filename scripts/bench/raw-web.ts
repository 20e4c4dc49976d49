import { createServer } from "node:http";

type Page = { path: string; body: string };

/** Answers bytes it was given, by path, and nothing else. `{ path, body }` in base64 comes from the parent. */
export function serveRaw() {
  const pages = new Map<string, Buffer>();
  process.on("message", ({ path, body }: Page) => {
    pages.set(path, Buffer.from(body, "base64"));
    process.send?.({ type: "kept" });
  });
  const server = createServer((req, res) => {
    const body = pages.get(req.url ?? "");
    res.writeHead(body ? 200 : 404, { "Content-Type": "text/html; charset=utf-8", "Content-Length": body?.length ?? 0 });
    res.end(body);
  });
  server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.({ type: "ready" }));
  process.once("SIGTERM", () => process.exit(0));
  process.on("disconnect", () => process.exit(1));
}
