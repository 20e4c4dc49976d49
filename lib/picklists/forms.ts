import { z } from "zod";
import { colors, pickLists } from "@/db/vocabulary";
import { id, requiredText } from "@/lib/core/fields";

/** How a choice is called and looks, and where it stands in its list. */
export const choiceFields = {
  name: requiredText(80),
  color: z
    .enum(["", ...colors])
    .nullish()
    .transform((color) => color || null),
  /** Counted from one; without it the choice stands last. */
  place: z.preprocess((value) => (value === "" || value === null ? undefined : value), z.coerce.number().int().min(1).max(999).optional()),
};

export const optionForm = z.object({ list: z.enum(pickLists), code: requiredText(20), ...choiceFields });
export const optionEditForm = z.object({ id: id(), ...choiceFields });
export const optionUseForm = z.object({ id: id(), use: z.enum(["yes", "no"]) });
export const optionMergeForm = z.object({ fromId: id(), intoId: id() });

export type OptionInput = z.output<typeof optionForm>;
export type OptionEdit = Omit<z.output<typeof optionEditForm>, "id">;
