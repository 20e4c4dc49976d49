import { z } from "zod";
import { colors } from "@/db/vocabulary";
import { optionalActivityDate, optionalTime, overlapTold, whenDone } from "@/lib/activities/forms";
import { followUpKinds, nextKinds } from "@/lib/activities/rules";
import type { WhenDone } from "@/lib/activities/when-done";
import { checkbox, date, id, optionalEmail, optionalId, optionalPhone, optionalText, requiredText } from "@/lib/core/fields";
import { milestones, openStatuses } from "./rules";

const optionalColor = () =>
  z
    .union([z.literal("").transform(() => null), z.enum(colors)])
    .nullish()
    .transform((color) => color ?? null);

const fields = z.object({
  contactedOn: date(),
  accountId: optionalId(),
  personName: requiredText(200),
  companyName: optionalText(200),
  industryId: optionalId(),
  phone: optionalPhone(),
  email: optionalEmail(),
  region: optionalText(120),
  subject: optionalText(200),
  notes: optionalText(4000),
  internalNote: optionalText(4000),
  colorBackground: optionalColor(),
  colorText: optionalColor(),
  channelId: optionalId(),
  originId: optionalId(),
  workCenterId: optionalId(),
  ownerId: optionalId(),
});

/** Without an hour, a date alone plans the whole day; with the hour alone, the appointment is on the day of contact. */
export const prospectForm = fields.extend({ appointmentOn: optionalActivityDate(), appointmentTime: optionalTime(), ...overlapTold });
export type ProspectInput = Omit<z.output<typeof prospectForm>, keyof typeof overlapTold> & { saveOverlapAnyway?: boolean };

export const prospectEditForm = fields.extend({ id: id(), status: z.enum(openStatuses).optional() });
export type ProspectEdit = z.output<typeof prospectEditForm>;
export const prospectRef = z.object({ id: id() });
/** Who leads it from now on; what is still to do about it may go along. */
export const prospectOwnerForm = z.object({ id: id(), ownerId: id(), takesActivities: checkbox() });

const ids = z
  .union([z.array(z.string()), z.string()])
  .nullish()
  .transform((value): (string | number)[] => (typeof value === "string" ? [value] : (value ?? [])))
  .pipe(z.array(id()).max(100));

export const followUpForm = z
  .object({
    id: id(),
    kind: z.enum(followUpKinds),
    notes: requiredText(4000),
    result: optionalText(2000),
    ...whenDone,
    done: ids,
    nextKind: z.enum(nextKinds).default("call"),
    nextSubject: optionalText(200),
    nextOn: optionalActivityDate(),
    nextTime: optionalTime(),
    milestone: z.enum(milestones).default("none"),
    lostReasonId: optionalId(),
    ...overlapTold,
  })
  .refine(({ nextOn, nextSubject, nextTime }) => nextOn !== null || (nextSubject === null && nextTime === null), {
    path: ["nextOn"],
    params: { code: "activities.no_date" },
  })
  .refine(({ milestone, lostReasonId }) => milestone !== "cancelled" || lostReasonId !== null, {
    path: ["lostReasonId"],
    params: { code: "prospects.no_reason" },
  });
export type FollowUpInput = Omit<z.output<typeof followUpForm>, keyof WhenDone | keyof typeof overlapTold> & WhenDone;
