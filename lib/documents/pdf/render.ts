import { renderToBuffer } from "@react-pdf/renderer";
import { cleanTexts } from "@/lib/documents/pdf/clean";
import { SheetDrawing } from "@/lib/documents/pdf/drawing";
import { openFaces } from "@/lib/documents/pdf/fonts";
import { planSheet } from "@/lib/documents/pdf/plan";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";

/** The sheet as PDF bytes. Reads nothing but its own fonts; the same sheet gives the same bytes. Throws when the logo is neither PNG nor JPEG. */
export async function renderSheet(sheet: DocumentSheet): Promise<Uint8Array> {
  requireReadableLogo(sheet.issuer.logo);
  const faces = await openFaces();
  const printable = cleanTexts(sheet, faces.regular);
  return renderToBuffer(SheetDrawing({ sheet: printable, pages: planSheet(printable, faces), faces }));
}

function requireReadableLogo(logo: Uint8Array | null) {
  if (logo === null) return;
  const isPng = logo[0] === 0x89 && logo[1] === 0x50;
  const isJpeg = logo[0] === 0xff && logo[1] === 0xd8;
  if (!isPng && !isJpeg) throw new Error("The logo of the sheet is neither PNG nor JPEG");
}
