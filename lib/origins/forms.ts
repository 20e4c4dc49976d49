import { z } from "zod";
import { id, requiredText } from "@/lib/core/fields";

export const originForm = z.object({ code: requiredText(10), name: requiredText(80) });
export const originEditForm = z.object({ id: id(), name: requiredText(80) });
export const originMergeForm = z.object({ fromId: id(), intoId: id() });
export const originUseForm = z.object({ id: id(), use: z.enum(["yes", "no"]) });
