import type { DocumentSheet, SheetPicture } from "@/lib/documents/pdf/sheet";

/** Pictures as fine as half a page's width shows; what cannot be read as one is named in words. Only who has pictures loads what draws them. */
export async function withSmallerPictures(sheet: DocumentSheet): Promise<DocumentSheet> {
  const { pictures } = sheet;
  if (!pictures || pictures.shown.length === 0) return sheet;
  const shown: SheetPicture[] = [];
  const unreadable: string[] = [];
  for (const { name, bytes } of pictures.shown) {
    const smaller = await smallerOf(bytes);
    if (smaller) shown.push({ name, bytes: smaller });
    else unreadable.push(name);
  }
  const told = { heading: pictures.heading, text: pictures.unreadable.replace("{names}", unreadable.join(", ")) };
  return { ...sheet, sections: unreadable.length > 0 ? [...sheet.sections, told] : sheet.sections, pictures: { ...pictures, shown } };
}

async function smallerOf(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const { default: sharp } = await import("sharp");
  try {
    const smaller = sharp(bytes).resize({ width: 1000, height: 1000, fit: "inside", withoutEnlargement: true }).flatten({ background: "#ffffff" });
    return await smaller.jpeg({ quality: 80 }).toBuffer();
  } catch (error) {
    console.error(error);
    return undefined;
  }
}
