import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { renderSheet } from "@/lib/documents/pdf/render";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";
import type { RenderOrder, RenderResult } from "@/lib/jobs/render";

process.once("message", (order: RenderOrder) => {
  render(order).then(
    (result) => process.send!(result, () => process.disconnect()),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function render({ sheet, outPath }: RenderOrder): Promise<RenderResult> {
  const bytes = await renderSheet(await withSmallerPictures(sheet));
  await writeFile(outPath, bytes, { flush: true });
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** As fine as half a page's width shows. Only who has pictures loads what draws them. */
async function withSmallerPictures(sheet: DocumentSheet): Promise<DocumentSheet> {
  const { pictures } = sheet;
  if (!pictures || pictures.shown.length === 0) return sheet;
  const { default: sharp } = await import("sharp");
  const shown = [];
  for (const { name, bytes } of pictures.shown) {
    const smaller = sharp(bytes).resize({ width: 1000, height: 1000, fit: "inside", withoutEnlargement: true }).flatten({ background: "#ffffff" });
    shown.push({ name, bytes: await smaller.jpeg({ quality: 80 }).toBuffer() });
  }
  return { ...sheet, pictures: { ...pictures, shown } };
}
