import { z } from "zod";
import { cursor } from "@/lib/core/cursor";
import { trashKinds } from "./rules";

/** What the trash reads from its address: of which kind, and which page of it, the last that came in first. */
export const trashFilters = z.object({ kind: z.enum(trashKinds).optional().catch(undefined), sort: z.literal("-deletedAt").catch("-deletedAt"), cursor });
export type TrashFilters = z.infer<typeof trashFilters>;
