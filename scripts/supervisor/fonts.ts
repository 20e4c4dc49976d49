import { accessSync } from "node:fs";
import { fontFile, subsets, weights } from "@/lib/documents/pdf/font-files";
import { exitCodes, StartRefusal } from "./exit";

/** The papers are drawn with these; better to know now than at the first invoice. */
export function requireFonts(find = fontFile) {
  for (const subset of subsets) {
    for (const weight of weights) {
      try {
        accessSync(find(subset, weight));
      } catch {
        throw new StartRefusal(`Falta la letra noto-sans-${subset}-${weight} de los documentos; instale de nuevo los paquetes.`, exitCodes.software);
      }
    }
  }
}
