import { crc32, deflateRawSync } from "node:zlib";

export type Part = { name: string; text?: string; declared?: number; mode?: number };

/** A zip by hand, so that it may lie: `declared` says another size than what is inside, `mode` makes a link of it. */
export function zipOf(...parts: Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text = "", declared, mode = 0 } of parts) {
    const plain = Buffer.from(text);
    const isStored = name === "mimetype";
    const packed = isStored ? plain : deflateRawSync(plain);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(isStored ? 0 : 8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declared ?? plain.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), head, Buffer.from(name), packed]);
    const central = Buffer.alloc(46);
    central.write("PK\x01\x02", "latin1");
    head.copy(central, 6, 0, 24);
    central.writeUInt32LE((mode << 16) >>> 0, 38);
    central.writeUInt32LE(offset, 42);
    directory.push(central, Buffer.from(name));
    bodies.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, index, end]);
}

const types: Part = { name: "[Content_Types].xml", text: "<Types/>" };

export function docxOf(...more: Part[]): Buffer {
  return zipOf(types, { name: "word/document.xml", text: "<w:document/>" }, ...more);
}

export function odtOf(): Buffer {
  return zipOf({ name: "mimetype", text: "application/vnd.oasis.opendocument.text" }, { name: "content.xml", text: "<office/>" });
}
