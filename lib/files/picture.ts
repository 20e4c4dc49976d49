import sharp, { type Sharp } from "sharp";
import { RuleError } from "@/lib/core/errors";
import { type Kept, keepFile } from "./store";

/** More would take more memory than the smallest machine has to spare; a telephone's photograph has 12, its largest 24.5. */
const mostPixels = 25_000_000;
const largestSide = 2560;
const thumbnailSide = 320;
const largestDrawn = 20 * 1_048_576;
const mostSeconds = 20;

export type Picture = { file: Kept; thumbnail: Kept; mime: "image/jpeg" | "image/png"; extension: "jpg" | "png" };

/** An image drawn anew, upright, at most 2,560 pixels long, and once more small: only its pixels are left of what was sent, so neither
 *  the place nor the camera, nothing written behind it and nothing that moves. Throws `attachments.picture_*`. */
export async function keepPicture(bytes: Buffer): Promise<Picture> {
  const { width, height, hasAlpha } = await readable(sharp(bytes, { limitInputPixels: false, failOn: "error" }).metadata());
  if (width * height > mostPixels) throw new RuleError("attachments.picture_too_large", "files", { max: mostPixels / 1_000_000 });
  const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" }).timeout({ seconds: mostSeconds }).autoOrient();
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
