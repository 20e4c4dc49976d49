import { z } from "zod";
import { handedOver } from "@/db/vocabulary";
import { withGroup } from "@/lib/accounts/forms";
import { optionalActivityDate } from "@/lib/activities/forms";
import { checkbox, id, optionalId, optionalText } from "@/lib/core/fields";
import { bulkLists } from "@/lib/lists/policy";

export const mostPicked = 500;
const mostSharers = 100;
/** «No cambiar» is nothing, `none` empties the field. */
const choice = z
  .string()
  .regex(/^(|none|\d{1,15})$/)
  .optional()
  .transform((text) => (text === undefined || text === "" ? undefined : text === "none" ? null : Number(text)));
/** A group as `g3`. */
const owner = z
  .string()
  .regex(/^(|none|g?\d{1,15})$/)
  .optional()
  .transform((text) => (text?.startsWith("g") ? { groupId: Number(text.slice(1)) } : choice.parse(text)));
const tags = z
  .string()
  .max(500)
  .default("")
  .transform((text) => [
    ...new Set(
      text
        .split(",")
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  ])
  .pipe(z.array(z.string().max(40)).max(20));

/** Numbers with commas between: a form that names many rows names them in one field. */
export const pickedIds = z
  .string()
  .max(mostPicked * 17)
  .regex(/^(\d{1,15}(,\d{1,15})*)?$/)
  .transform((text) => [...new Set(text === "" ? [] : text.split(",").map(Number))]);

const idsOfMany = z.preprocess((value) => [value ?? []].flat(), z.array(id()).max(mostSharers)).transform((ids) => [...new Set(ids)]);

export const bulkForm = z.object({
  list: z.enum(bulkLists),
  address: z.string().max(2000).default(""),
  ids: pickedIds,
  owner,
  /** Among whom they are shared out in turn. */
  sharers: idsOfMany,
  category: choice,
  origin: choice,
  industry: choice,
  channel: choice,
  interest: choice,
  addTax: choice,
  removeTax: choice,
  /** To which day activities go, and whether they are done. */
  date: optionalActivityDate(),
  isDone: checkbox(),
  /** In what items are sold, and whether they still are. */
  unit: optionalText(40),
  state: z.enum(["", "active", "inactive"]).default(""),
  addTags: tags,
  removeTags: tags,
});
export type BulkInput = z.output<typeof bulkForm>;

const kinds = z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(z.enum(handedOver)));

/** What a colleague has goes to `ownerId`, who may be a group; what is always one person's then goes to `personId`. */
export const handoverForm = z.preprocess(
  withGroup,
  z.object({ id: id(), kinds, ownerId: optionalId(), ownerGroupId: optionalId(), personId: optionalId(), deactivates: checkbox() }),
);
export type HandoverInput = z.output<typeof handoverForm>;

export const bulkRef = z.object({ id: id() });
