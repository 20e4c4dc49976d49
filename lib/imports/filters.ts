import { z } from "zod";
import { cursor } from "@/lib/core/cursor";

export const importFilters = z.object({ sort: z.enum(["-created"]).catch("-created"), cursor });
export type ImportFilters = z.infer<typeof importFilters>;
