import { z } from "zod";

/** Whether the filters asked for less often are shown: on demand, and while one of them is applied. */
export function showsSeldom(query: { more?: string | string[] }, applied: number): boolean {
  return query.more === "1" || applied > 0;
}

/** One of a short list, by its number. */
export const choiceAsked = z.coerce.number().int().positive().optional().catch(undefined);

/** A day of a period that is looked for by its instants; no year beyond ours has a next day to end at. */
export const dayAsked = z.iso
  .date()
  .refine((day) => day < "9999")
  .optional()
  .catch(undefined);

/** Whose records: a colleague's by number, or a group's as `g3`. */
export const ownerAsked = z
  .union([z.coerce.number().int().positive(), z.string().regex(/^g[1-9]\d{0,14}$/)])
  .optional()
  .catch(undefined);

/** A state or province as somebody typed it. */
export const regionAsked = z.string().trim().min(1).max(120).optional().catch(undefined);
