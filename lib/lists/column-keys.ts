import { z } from "zod";

/** Which columns an address asks for: keys with commas between, or `all`. */
export const columnKeys = z
  .string()
  .max(600)
  .regex(/^[a-z_]+(,[a-z_]+)*$/)
  .optional()
  .catch(undefined);
