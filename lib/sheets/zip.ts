import { RuleError } from "@/lib/core/errors";

const limits = { entries: 200, totalBytes: 100 * 1024 * 1024, ratio: 100 };
const workbookPart = /^(\[Content_Types\]\.xml|(_rels|docProps|xl|customXml|docMetadata|customUI)\/.*)$/;

type Entry = { name: string; flags: number; method: number; packed: number; unpacked: number; offset: number };

/** Reads only the archive's directory, before anything is unpacked, and refuses what could unpack to more than a workbook needs. */
export function refuseBomb(archive: Buffer) {
  const { entries, start } = directory(archive);
  if (!entries.every(isOrdinary)) throw damaged();

  const packed = sum(entries.map((entry) => entry.packed));
  const unpacked = sum(entries.map((entry) => entry.unpacked));
  if (unpacked > limits.totalBytes) throw new RuleError("sheets.too_big_unpacked", "", { megabytes: limits.totalBytes / 1024 / 1024 });
  if (unpacked > packed * limits.ratio) throw new RuleError("sheets.packed_too_tightly");
  if (overlaps(entries, start)) throw damaged();
}

function directory(archive: Buffer) {
  const end = archive.lastIndexOf(endMark);
  if (end < 0 || end + 22 > archive.length) throw damaged();
  const count = archive.readUInt16LE(end + 10);
  const start = archive.readUInt32LE(end + 16);
  if (archive.readUInt32LE(end + 12) === 0xffffffff) throw damaged();
  if (count > limits.entries) throw new RuleError("sheets.too_many_parts", "", { limit: limits.entries });

  const entries: Entry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== entryMark) throw damaged();
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString("utf8", at + 46, at + 46 + nameLength),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  if (new Set(entries.map((entry) => entry.name)).size < count) throw damaged();
  return { entries, start };
}

const endMark = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const entryMark = 0x02014b50;

/** Known names, stored or deflated, not encrypted, and with sizes the directory itself states: a reader trusts them as its caps. */
function isOrdinary({ name, flags, method, packed, unpacked }: Entry) {
  if (!workbookPart.test(name) || name.includes("..") || (flags & 1) === 1) return false;
  if (method === 0) return packed === unpacked;
  return method === 8 && packed > 0 && (unpacked > 0 || packed <= 2);
}

function overlaps(entries: Entry[], directoryStart: number) {
  const sorted = entries.toSorted((one, other) => one.offset - other.offset);
  return sorted.some((entry, index) => entry.offset + 30 + entry.packed > (sorted[index + 1]?.offset ?? directoryStart));
}

function sum(numbers: number[]) {
  return numbers.reduce((total, number) => total + number, 0);
}

function damaged() {
  return new RuleError("sheets.damaged_workbook");
}
