import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { renderSheet } from "@/lib/documents/pdf/render";
import type { RenderOrder, RenderResult } from "@/lib/jobs/render";
import { withSmallerPictures } from "@/lib/jobs/smaller-pictures";

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
