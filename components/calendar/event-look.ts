import type { ActivityKind, Color } from "@/db/vocabulary";

/** What a calendar shows of an activity. Plain: it also travels to the browser. */
export type CalendarEvent = {
  id: number;
  kind: ActivityKind;
  title: string;
  who: string | null;
  whoHref: string | null;
  /** Where what came of it is told, of a prospect. */
  followUpHref: string | null;
  time: string | null;
  span: string;
  isDone: boolean;
  isMovable: boolean;
  /** One of the times of what comes again: moving it asks which of them. */
  isOfMany: boolean;
  /** Who it is for has something else meanwhile. */
  isClash: boolean;
  isAllDay: boolean;
  startsAt: string;
  endsAt: string;
  startsAtUtc: number;
  endsAtUtc: number;
  color: Color;
  ink: Color | null;
};

/** What the browser is sent of each: what is not so is left out, and whole days have no hours. `day` is set on the bar that stands
 *  for the rest of a full day. */
export type LiveEvent = Pick<CalendarEvent, "id" | "title" | "color"> &
  Partial<Omit<CalendarEvent, "span" | "kind" | "followUpHref" | "who" | "whoHref" | "time" | "ink">> & {
    who?: string;
    whoHref?: string;
    time?: string;
    ink?: Color;
    hours?: string;
    day?: string;
  };

/** With who does it and where: for pages, which do not send it along. */
export type DetailedEvent = CalendarEvent & { ownerId: number; owner: string | null; place: string | null };

export function eventClass({ color, ink, isDone }: { color: Color; ink?: Color | null; isDone?: boolean }): string {
  return ["event", `color-${color}`, ink && `ink-${ink}`, isDone && "done"].filter(Boolean).join(" ");
}

export function eventText({ title, who }: { title: string; who?: string | null }): string {
  return who && who !== title ? `${title} · ${who}` : title;
}
