import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { keepPicture } from "@/lib/files/picture";
import { prepareFile } from "@/lib/files/prepare";
import { type Kept, keepFile, keptPath, readHead } from "@/lib/files/store";
import { readUpload, type UploadBody } from "@/lib/web/upload-body";

const megabyte = 1_048_576;
const [how, path] = process.argv.slice(2) as [keyof typeof ways, string];

const many = 8;

/** A process of its own that takes files in one way or another, and says in megabytes how far its memory rose above where it stood. */
const ways = {
  one: () => drawn(1, prepareFile),
  many: () => drawn(many, prepareFile),
  /** As it would be without waiting for one another. */
  at_once: () => drawn(many, async ({ sha256 }) => keepPicture(keptPath(sha256), await readHead(sha256, megabyte))),
  streamed: () => readUpload(sent(), { largestFile: 20 * megabyte, mostFiles: 3 }, { fields: new FormData(), files: {} } as UploadBody),
  /** As a form is read by those who do not mind its size. */
  held: () => sent().formData(),
};

/** The same photograph so many times, each with a byte of its own behind it, kept one after another and then drawn. */
async function drawn(count: number, draw: (received: Kept & { name: string }, otherwise: string) => Promise<unknown>) {
  const kept: Kept[] = [];
  for (let place = 0; place < count; place += 1) kept.push(await keepFile(withOne(place), 20 * megabyte));
  await Promise.all(kept.map((one) => draw({ ...one, name: "foto.jpg" }, "foto")));
}

async function* withOne(place: number): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path);
  yield Buffer.from([place]);
}

function sent(): Request {
  const boundary = "limite";
  const head = (place: number) => Buffer.from(`\r\n--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${place}.bin"\r\n\r\n`);
  async function* body() {
    for (const place of [1, 2, 3]) {
      yield head(place);
      for (let chunk = 0; chunk < 19 * 16; chunk += 1) yield Buffer.alloc(megabyte / 16, place);
    }
    yield Buffer.from(`\r\n--${boundary}--\r\n`);
  }
  const init = {
    method: "POST",
    body: Readable.toWeb(Readable.from(body())),
    duplex: "half",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
  };
  return new Request("http://localhost/", init as RequestInit);
}

const megabytes = () => process.memoryUsage.rss() / megabyte;
const before = megabytes();
let highest = before;
// The main thread is idle while pictures are drawn and chunks come: looking often misses no height that lasts.
const looking = setInterval(() => {
  highest = Math.max(highest, megabytes());
}, 2);
await ways[how]();
clearInterval(looking);
process.send?.(Math.max(highest, megabytes()) - before);
process.disconnect?.();
