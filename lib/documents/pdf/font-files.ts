import { createRequire } from "node:module";

/** In the order they are tried for each letter: accents are in the first, ₡ and ₲ in the second. */
export const subsets = ["latin", "latin-ext", "greek", "cyrillic", "vietnamese"] as const;
export const weights = [400, 700] as const;

/** Where a font of the papers lies. Throws when it is not installed. */
export function fontFile(subset: string, weight: number): string {
  return createRequire(import.meta.url).resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff`);
}
