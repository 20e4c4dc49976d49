import { z } from "zod";
import { id, requiredText } from "@/lib/core/fields";
import { choiceFields } from "@/lib/picklists/forms";

export const originForm = z.object({ code: requiredText(10), ...choiceFields });
export const originEditForm = z.object({ id: id(), ...choiceFields });
export const originMergeForm = z.object({ fromId: id(), intoId: id() });
export const originUseForm = z.object({ id: id(), use: z.enum(["yes", "no"]) });

export type OriginInput = z.output<typeof originForm>;
export type OriginEdit = Omit<z.output<typeof originEditForm>, "id">;
