import { z } from "zod";

/** One of a short list, by its number. */
export const choiceAsked = z.coerce.number().int().positive().optional().catch(undefined);

/** Whose records: a colleague's by number, or a group's as `g3`. */
export const ownerAsked = z
  .union([z.coerce.number().int().positive(), z.string().regex(/^g[1-9]\d{0,14}$/)])
  .optional()
  .catch(undefined);

/** A state or province as somebody typed it. */
export const regionAsked = z.string().trim().min(1).max(120).optional().catch(undefined);
