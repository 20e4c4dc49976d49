import { z } from "zod";
import { importKinds } from "@/db/vocabulary";
import { checkbox, id, optionalText } from "@/lib/core/fields";
import { dateFormats, numberFormats } from "./values";

export const largestUpload = 20 * 1_048_576;

export const uploadForm = z.object({
  kind: z.enum(importKinds),
  file: z.object({ name: z.string(), sha256: z.string(), size: z.number() }),
});
export type UploadInput = z.output<typeof uploadForm>;

export const mappingForm = z.object({
  id: id(),
  /** By column of the file, what it fills; empty for nothing. */
  columns: z.array(z.string().max(40)).max(200),
  numberFormat: z.enum(numberFormats),
  dateFormat: z.enum(dateFormats),
  takesNull: checkbox(),
  country: optionalText(2),
});
export type MappingInput = z.output<typeof mappingForm>;

export const importRef = z.object({ id: id() });
