import { RuleError } from "@/lib/core/errors";
import { isMarkup, isText, xmlWithoutInstructions } from "./markup";
import { officeKind } from "./office";

/** What a file is by its own bytes; its name is only what somebody called it. */
export type FileKind = { mime: string; extension: string };

const pictures: ((bytes: Buffer) => boolean)[] = [
  startsWith([0xff, 0xd8, 0xff]),
  startsWith([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  (bytes) => /^GIF8[79]a/.test(latin(bytes, 0, 6)),
  (bytes) => latin(bytes, 0, 4) === "RIFF" && latin(bytes, 8, 12) === "WEBP",
  (bytes) => latin(bytes, 4, 8) === "ftyp" && /^avi[fs]/.test(latin(bytes, 8, 12)),
];

/** Known by their first bytes, and not to be kept; each with the sentence that says why. */
const unwanted: [string, (bytes: Buffer) => boolean][] = [
  ["attachments.heic", (bytes) => latin(bytes, 4, 8) === "ftyp" && /^(hei|hev|mif1|msf1)/.test(latin(bytes, 8, 12))],
  ["attachments.old_office", startsWith([0xd0, 0xcf, 0x11, 0xe0])],
  ["attachments.archive", (bytes) => latin(bytes, 0, 4) === "Rar!" || latin(bytes, 0, 2) === "7z" || startsWith([0x1f, 0x8b])(bytes)],
  ["attachments.program", (bytes) => /^(MZ|\x7fELF|#!)/.test(latin(bytes, 0, 4)) || startsWith([0xca, 0xfe, 0xba, 0xbe])(bytes)],
];

/** Whether it begins as an image that is drawn anew, and so kept as what it then is. */
export function isPicture(head: Buffer): boolean {
  return pictures.some((is) => is(head));
}

/** Of anything else. Throws a `RuleError` whose sentence says what is wrong with it and what would do instead. */
export function kindOf(bytes: Buffer): FileKind {
  const refused = unwanted.find(([, is]) => is(bytes));
  if (refused) throw new RuleError(refused[0], "files");
  if (latin(bytes, 0, 5) === "%PDF-") return plain("application/pdf", "pdf");
  if (latin(bytes, 0, 2) === "PK") return officeKind(bytes);
  if (!isText(bytes)) throw new RuleError("attachments.unknown_kind", "files");
  if (xmlWithoutInstructions(bytes)) return plain("application/xml", "xml");
  if (isMarkup(bytes)) throw new RuleError("attachments.markup", "files");
  return plain("text/plain", "txt");
}

function plain(mime: string, extension: string): FileKind {
  return { mime, extension };
}

function startsWith(beginning: number[]) {
  return (bytes: Buffer) => beginning.every((byte, place) => bytes[place] === byte);
}

function latin(bytes: Buffer, from: number, to: number): string {
  return bytes.toString("latin1", from, to);
}
