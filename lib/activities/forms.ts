import { z } from "zod";
import { activityKinds } from "@/db/vocabulary";
import { date, id, optionalDate, optionalId, optionalText, requiredText } from "@/lib/core/fields";

export function optionalTime() {
  return optionalText(5).refine((time) => time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time), { params: { code: "invalid_time" } });
}

export const activityForm = z.object({
  kind: z.enum(activityKinds),
  subject: requiredText(200),
  date: date(),
  time: optionalTime(),
  endDate: optionalDate(),
  endTime: optionalTime(),
  notes: optionalText(4000),
  accountId: optionalId(),
  contactId: optionalId(),
  prospectId: optionalId(),
  ownerId: optionalId(),
});
export type ActivityInput = z.output<typeof activityForm>;

export const activityEditForm = activityForm.extend({ id: id() });
export const activityRef = z.object({ id: id() });

/** `from` says where the button stood, and so where to go back to. */
export const doneForm = z.object({ id: id(), result: optionalText(2000), from: z.enum(["today", "record"]).catch("record") });

export const moveForm = z.object({
  id: id(),
  date: date(),
  time: optionalTime(),
  /** The calendar's address, when it was dragged there. */
  calendar: optionalText(200).refine((query) => query === null || /^\?[\w=&%-]*$/.test(query)),
});
