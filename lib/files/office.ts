import { RuleError } from "@/lib/core/errors";
import type { FileKind } from "./kinds";

const most = { entries: 5_000, unpacked: 300 * 1_048_576, ratio: 200 };
const openXml = "application/vnd.openxmlformats-officedocument.";
const parts: Record<string, [string, string]> = {
  "word/document.xml": [`${openXml}wordprocessingml.document`, "docx"],
  "xl/workbook.xml": [`${openXml}spreadsheetml.sheet`, "xlsx"],
  "xl/workbook.bin": ["application/vnd.ms-excel.sheet.binary.12", "xlsb"],
  "ppt/presentation.xml": [`${openXml}presentationml.presentation`, "pptx"],
};
const openDocument: Record<string, string> = { text: "odt", spreadsheet: "ods", presentation: "odp" };

type Entry = { name: string; packed: number; unpacked: number };

/** Which office file an archive is, by its own directory and without unpacking anything. Any other archive, one with macros
 *  and one that would grow beyond reason are refused. */
export function officeKind(archive: Buffer): FileKind {
  const entries = entriesOf(archive);
  const names = new Set(entries.map(({ name }) => name));
  const kind = openXmlKind(names) ?? openDocumentKind(archive);
  if (!kind || entries.some(({ name }) => /(^|\/)\.\.(\/|$)|^\/|\\/.test(name))) throw refusal("archive");
  if (entries.some(({ name }) => /vbaProject|^Basic\/|^Scripts\//i.test(name))) throw refusal("macros");
  const [packed, unpacked] = [sum(entries.map((entry) => entry.packed)), sum(entries.map((entry) => entry.unpacked))];
  if (unpacked > most.unpacked || unpacked > Math.max(packed, archive.length) * most.ratio) throw refusal("bomb");
  return kind;
}

function openXmlKind(names: ReadonlySet<string>): FileKind | undefined {
  const part = Object.keys(parts).find((name) => names.has(name) && names.has("[Content_Types].xml"));
  return part === undefined ? undefined : { mime: parts[part]![0], extension: parts[part]![1] };
}

/** Its first part says what it is, stored as it is. */
function openDocumentKind(archive: Buffer): FileKind | undefined {
  const start = archive.toString("latin1", 30, 120);
  const kind = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)(?=PK|[^a-z-])/.exec(start)?.[1];
  return kind === undefined ? undefined : { mime: `application/vnd.oasis.opendocument.${kind}`, extension: openDocument[kind]! };
}

function entriesOf(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(endMark);
  if (end < 0 || end + 22 > archive.length) throw refusal("damaged");
  const count = archive.readUInt16LE(end + 10);
  if (count > most.entries) throw refusal("bomb");
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== entryMark) throw refusal("damaged");
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    entries.push({ name, packed: archive.readUInt32LE(at + 20), unpacked: archive.readUInt32LE(at + 24) });
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

const endMark = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const entryMark = 0x02014b50;

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function refusal(why: string): RuleError {
  return new RuleError(`attachments.${why}`, "files");
}
