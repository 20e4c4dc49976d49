import sharp from "sharp";
import { RuleError } from "@/lib/core/errors";
import { type Kept, keepFile, readKept } from "./store";

const largestSide = 600;
const mostPixels = 24_000_000;
const largestPng = 4 * 1_048_576;
const beginnings = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

/** The image drawn anew as PNG, so that nothing but its pixels is left: no place, no camera, nothing hidden behind it.
 *  Throws `image_unreadable` for what is neither PNG nor JPEG, is broken or has too many pixels. */
export async function keepAsPng(sha256: string): Promise<Kept> {
  const bytes = await readKept(sha256);
  if (!beginnings.some((beginning) => beginning.every((byte, place) => bytes[place] === byte))) throw new RuleError("image_unreadable", "file");
  const drawn = await sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" })
    .rotate()
    .resize({ width: largestSide, height: largestSide, fit: "inside", withoutEnlargement: true })
    .png()
    .toBuffer()
    .catch((cause: unknown) => {
      throw Object.assign(new RuleError("image_unreadable", "file"), { cause });
    });
  return keepFile(drawn, largestPng);
}
