import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { readParts } from "@/lib/web/multipart";

const type = "multipart/form-data; boundary=--xY-1";
const picture = Buffer.from([0, 13, 10, 45, 45, 45, 45, 120, 89, 45, 255, 13, 10]);
const body = Buffer.concat([
  Buffer.from('----xY-1\r\nContent-Disposition: form-data; name="kind"\r\n\r\naccounts\r\n'),
  Buffer.from('----xY-1\r\nContent-Disposition: form-data; name="file"; filename="C:\\\\listas\\\\año %22b%22.csv"\r\nContent-Type: text/csv\r\n\r\n'),
  picture,
  Buffer.from('\r\n----xY-1\r\nContent-Disposition: form-data; name="nada"; filename=""\r\n\r\n\r\n----xY-1--\r\n'),
]);

test.each([1, 2, 3, 7, 11, 64, 4096])("parts come whole when the body arrives %i bytes at a time", async (size) => {
  expect(await partsOf(inPieces(body, size))).toEqual([
    { name: "kind", fileName: undefined, bytes: Buffer.from("accounts") },
    { name: "file", fileName: 'año "b".csv', bytes: picture },
    { name: "nada", fileName: "", bytes: Buffer.alloc(0) },
  ]);
});

test("a part nobody reads is passed over", async () => {
  const names: string[] = [];
  for await (const { name } of readParts(inPieces(body, 5), type)) names.push(name);
  expect(names).toEqual(["kind", "file", "nada"]);
});

test("a body that ends too early, or is no such form, is refused", async () => {
  await expect(partsOf(inPieces(body.subarray(0, -30), 16))).rejects.toThrow("invalid");
  await expect(partsOf(inPieces(Buffer.from("hola"), 16))).rejects.toThrow("invalid");
  await expect(partsOf(inPieces(body, 16), "text/plain")).rejects.toThrow("invalid");
  const endless = Buffer.concat([Buffer.from("----xY-1\r\n"), Buffer.alloc(9_000, "a")]);
  await expect(partsOf(inPieces(endless, 512))).rejects.toThrow("invalid");
});

async function partsOf(source: AsyncIterable<Uint8Array>, contentType = type) {
  const parts: { name: string; fileName?: string; bytes: Buffer }[] = [];
  for await (const { name, fileName, body: content } of readParts(source, contentType)) parts.push({ name, fileName, bytes: await buffer(content) });
  return parts;
}

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
