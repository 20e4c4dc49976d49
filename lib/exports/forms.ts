import { z } from "zod";
import { listNames, sheetFormats } from "@/db/vocabulary";

export const exportForm = z.object({
  list: z.enum(listNames),
  address: z.string().max(2000),
  format: z.enum(sheetFormats),
});
export type ExportInput = z.output<typeof exportForm>;
