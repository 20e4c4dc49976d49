import sharp, { type Sharp } from "sharp";
import { RuleError } from "@/lib/core/errors";
import { isOneScan } from "./jpeg-scans";
import { type Kept, keepFile } from "./store";

/** Millions of pixels, as many as the smallest machine has memory for: what is drawn small as it is read takes little more than its file. */
export const mostMegapixels = { photo: 100, other: 25 };
const largestSide = 2560;
const thumbnailSide = 320;
const largestDrawn = 20 * 1_048_576;
const mostSeconds = 20;

// What it has drawn is never asked for again.
sharp.cache(false);

export type Picture = { file: Kept; thumbnail: Kept; mime: "image/jpeg" | "image/png"; extension: "jpg" | "png" };

/** An image drawn anew, upright, at most 2,560 pixels long, and once more small: only its pixels are left of what was sent, so neither
 *  the place nor the camera, nothing written behind it and nothing that moves. `head` is how its file begins. Throws `attachments.picture_*`. */
export async function keepPicture(path: string, head: Buffer): Promise<Picture> {
  const { format, width, height, hasAlpha } = await readable(sharp(path, { limitInputPixels: false, failOn: "error" }).metadata());
  const isPhoto = format === "jpeg" && isOneScan(head);
  const max = isPhoto ? mostMegapixels.photo : mostMegapixels.other;
  if (width * height > max * 1_000_000) throw new RuleError(isPhoto ? "attachments.photo_too_large" : "attachments.picture_too_large", "files", { max });
  const upright = sharp(path, { limitInputPixels: max * 1_000_000, failOn: "error" })
    .timeout({ seconds: mostSeconds })
    .autoOrient();
  const drawn = fitted(upright.clone(), largestSide);
  const whole = await readable(hasAlpha ? drawn.png({ compressionLevel: 6 }).toBuffer() : drawn.jpeg({ quality: 84 }).toBuffer());
  const small = await readable(fitted(sharp(whole), thumbnailSide).flatten({ background: "#ffffff" }).jpeg({ quality: 72 }).toBuffer());
  const file = await keepFile(whole, largestDrawn);
  const thumbnail = await keepFile(small, largestDrawn);
  return { file, thumbnail, ...(hasAlpha ? { mime: "image/png", extension: "png" } : { mime: "image/jpeg", extension: "jpg" }) };
}

function fitted(image: Sharp, side: number) {
  return image.resize({ width: side, height: side, fit: "inside", withoutEnlargement: true });
}

async function readable<Read>(reading: Promise<Read>): Promise<Read> {
  return reading.catch((cause: unknown): never => {
    throw Object.assign(new RuleError("attachments.picture_broken", "files"), { cause });
  });
}
