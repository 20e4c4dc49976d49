import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { connect } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { drain } from "@/scripts/web/drain";
import { closeDoors, door, settings } from "@/tests/support/door";

const local = settings({});
afterEach(closeDoors);
afterEach(() => vi.useRealTimers());

test("at the end what is under way is answered, whoever comes meanwhile is told to come later, then nobody is heard", async () => {
  const waiting: ServerResponse[] = [];
  const { ask, server } = await door(local, (_req, res) => void waiting.push(res));
  const held = ask("/");
  await expect.poll(() => waiting.length).toBe(1);

  const ended = drain(server, 60_000);
  const late = await ask("/");
  expect([late.status, late.headers["retry-after"], late.headers.connection]).toEqual([503, "5", "close"]);
  waiting[0]?.end("x");
  expect((await held).body).toBe("x");
  expect(waiting.length).toBe(1);
  await ended;
  await expect(ask("/")).rejects.toThrow("ECONNREFUSED");
});

test("what does not end in time is hung up on", async () => {
  const { ask, server } = await door(local, () => undefined);
  const held = expect(ask("/")).rejects.toThrow("socket hang up");
  await once(server, "request");
  await drain(server, 1);
  await held;
});

test("who is turned away while still sending hears the answer, and no broken line", async () => {
  const { port } = await door(local);
  const line = connect(port, "127.0.0.1");
  line.setEncoding("utf8");
  let heard = "";
  line.on("data", (text) => {
    heard += text;
  });
  line.write("POST / HTTP/1.1\r\nHost: elsewhere.test\r\nContent-Length: 200000\r\n\r\nhalf");
  await expect.poll(() => heard).toContain("</html>");
  expect(line.destroyed || line.readableEnded).toBe(false);
  line.write("x".repeat(200_000 - "half".length));
  await once(line, "close");
  expect(heard).toMatch(/^HTTP\/1.1 4/);
});

test.each([
  ["who uploads too much is waited for as long as anybody who sends", "localhost:3000", 413, 55_000],
  ["whoever else is turned away, for two seconds", "elsewhere.test", 421, 2_000],
])("%s", async (_told, host, status, lingers) => {
  const { port, server } = await door(local);
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  const line = connect(port, "127.0.0.1");
  line.write(`POST / HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nContent-Length: 9000000000\r\n\r\nhalf`);
  const [, answer] = (await once(server, "request")) as [unknown, ServerResponse];
  expect(answer.statusCode).toBe(status);
  vi.advanceTimersByTime(lingers - 1);
  expect(answer.writableEnded).toBe(false);
  vi.advanceTimersByTime(1);
  expect(answer.writableEnded).toBe(true);
  line.destroy();
});
