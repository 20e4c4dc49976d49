import { request } from "node:http";
import type { Visitor } from "./visit";

/** Sends a form whose second half waits until something else was done. Answers where it leads. */
export async function sendInTwo({ base, jar }: Visitor, path: string, body: FormData, between: () => Promise<unknown>): Promise<string> {
  const whole = new Response(body);
  const type = whole.headers.get("content-type")!;
  const bytes = Buffer.from(await whole.arrayBuffer());
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { cookie, origin: base, "sec-fetch-site": "same-origin", "content-type": type, "content-length": bytes.length };
  const answer = Promise.withResolvers<string>();
  const sending = request(new URL(path, base), { method: "POST", headers }, (response) => {
    response.resume();
    answer.resolve(`${response.statusCode} ${response.headers.location}`);
  });
  sending.on("error", answer.reject);
  sending.write(bytes.subarray(0, bytes.length / 2));
  await between();
  sending.end(bytes.subarray(bytes.length / 2));
  return answer.promise;
}
