import { z } from "zod";
import { activityKinds, repetitionUnits } from "@/db/vocabulary";
import { checkbox, date, id, optionalDate, optionalId, optionalText, requiredText } from "@/lib/core/fields";
import { extents, firstDay, lastDay, longestDays, nextKinds, reminderMinutes } from "./rules";

export function optionalTime() {
  return optionalText(5).refine((time) => time === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(time), { params: { code: "invalid_time" } });
}

/** A day of our times. */
export function activityDate() {
  return date().refine(isOfOurTimes, farOff);
}

export function optionalActivityDate() {
  return optionalDate().refine((day) => day === null || isOfOurTimes(day), farOff);
}

const farOff = { params: { code: "activities.far_off" } };
const isOfOurTimes = (day: string) => day >= firstDay && day <= lastDay;
const orNothing = (value: unknown) => (value === "" ? null : value);

const activityFields = z.object({
  kind: z.enum(activityKinds),
  subject: requiredText(200),
  date: activityDate(),
  time: optionalTime(),
  endDate: optionalActivityDate(),
  endTime: optionalTime(),
  notes: optionalText(4000),
  accountId: optionalId(),
  contactId: optionalId(),
  prospectId: optionalId(),
  ownerId: optionalId(),
  /** Left out, the usual reminder; null, none. */
  remindMinutes: z.preprocess(
    orNothing,
    z.coerce
      .number()
      .refine((minutes) => (reminderMinutes as readonly number[]).includes(minutes))
      .nullable()
      .optional(),
  ),
});

/** How work comes again; left out, an edit leaves that as it is. */
const repeats = {
  repeatUnit: z.preprocess(orNothing, z.enum(repetitionUnits).nullish()),
  repeatEvery: z.preprocess((value) => orNothing(value) ?? undefined, z.coerce.number().int().min(1).max(99).optional()),
  repeatUntil: optionalActivityDate().optional(),
};

/** Said after it was told that something else is planned meanwhile. */
export const overlapTold = { saveOverlapAnyway: checkbox() };

/** `isDone` writes down what was done, just now or at the time typed, instead of planning it. */
export const activityForm = activityFields.extend({ ...repeats, isDone: checkbox(), ...overlapTold });
export type ActivityInput = z.output<typeof activityFields> & Partial<z.output<z.ZodObject<typeof repeats>>> & { isDone?: boolean };

export const activityEditForm = activityFields.extend({ ...repeats, id: id(), appliesTo: z.enum(extents).catch("this"), ...overlapTold });
export const activityRef = z.object({ id: id(), appliesTo: z.enum(extents).catch("this") });
export const pinForm = z.object({ id: id(), isPinned: checkbox() });

/** The next action, planned in the same step; without a date there is none. */
export const nextStep = { nextKind: z.enum(nextKinds).catch("call"), nextSubject: optionalText(200), nextOn: optionalActivityDate(), nextTime: optionalTime() };
export type NextStep = z.output<z.ZodObject<typeof nextStep>>;

/** What was said of a next action that has no day would be lost. */
export const isDated = ({ nextOn, nextSubject, nextTime }: NextStep) => nextOn !== null || (nextSubject === null && nextTime === null);
export const undated = { path: ["nextOn"], params: { code: "activities.no_date" } };

/** When it was done; left empty, now. */
export const whenDone = { doneOn: optionalActivityDate(), doneTime: optionalTime() };

/** `from` says where the button stood, and so where to go back to. */
export const doneForm = z
  .object({ id: id(), result: optionalText(2000), from: z.enum(["today", "record"]).catch("record"), ...whenDone, ...nextStep, ...overlapTold })
  .refine(isDated, undated);

const length = () =>
  z.preprocess(
    orNothing,
    z.coerce
      .number()
      .int()
      .min(1)
      .max(longestDays * 1440)
      .nullable()
      .default(null),
  );
/** The calendar's address, when it was dragged there. */
const calendarAddress = () => optionalText(200).refine((query) => query === null || /^\?[\w=&%-]*$/.test(query));

export const moveForm = z.object({
  id: id(),
  date: activityDate(),
  time: optionalTime(),
  /** How long it takes; left out, as long as it was. Of whole days, as many as these minutes begin. */
  minutes: length(),
  appliesTo: z.enum(extents).catch("this"),
  calendar: calendarAddress(),
  ...overlapTold,
});

/** Where something was dragged before the form that asks which times are meant. */
export const moveAsked = z.object({
  date: activityDate().optional().catch(undefined),
  time: optionalTime().optional().catch(undefined),
  minutes: length().catch(null),
  calendar: calendarAddress().catch(null),
});
