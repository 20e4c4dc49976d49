import { z } from "zod";
import { isRuleKey, ruleKeys } from "./rules";

/** Several boxes ticked come as a list, one alone as a text, none not at all. */
const listed = (value: unknown) => (value === undefined || value === null ? [] : [value].flat());

/** The rules ticked, in their own order. */
export const requiredForm = z.object({
  requiredFields: z
    .preprocess(listed, z.array(z.string().refine(isRuleKey)).max(ruleKeys.length))
    .transform((ticked) => ruleKeys.filter((key) => ticked.includes(key))),
});
export type RequiredInput = z.output<typeof requiredForm>;
