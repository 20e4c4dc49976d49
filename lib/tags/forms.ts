import { z } from "zod";

/** Tags with commas between, each once. */
export const tagList = z
  .string()
  .max(500)
  .nullish()
  .transform((text) => [
    ...new Set(
      (text ?? "")
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(40)).max(20));
