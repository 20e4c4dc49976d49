import type { ActivityKind, Color } from "@/db/vocabulary";
import { spanText, timeText } from "@/lib/activities/when";
import type { Placed } from "@/lib/calendar/queries";
import type { DetailedEvent } from "./event-look";

/** The colour of what has no prospect's own. */
export const kindColors: Record<ActivityKind, Color> = {
  appointment: "azul",
  task: "grafito",
  call: "verde",
  whatsapp: "menta",
  email: "cielo",
  meeting: "violeta",
  visit: "ambar",
  note: "arena",
};

export function calendarEvent(row: Placed, { isMovable, isClash }: { isMovable: boolean; isClash: boolean }): DetailedEvent {
  const { id, kind, subject, status, isAllDay, startsAt, endsAt, startsAtUtc, endsAtUtc, repetitionId, prospect, account } = row;
  return {
    ...{ id, kind, isAllDay, startsAt, endsAt, startsAtUtc, endsAtUtc },
    title: subject,
    who: prospect?.companyName ?? prospect?.personName ?? account?.name ?? null,
    whoHref: prospect ? `/prospects/${row.prospectId}` : account ? `/accounts/${row.accountId}` : null,
    followUpHref: prospect && isMovable && status === "planned" ? `/prospects/${row.prospectId}/follow-up?done=${id}` : null,
    time: timeText(row) ?? null,
    span: spanText(row),
    isDone: status === "done",
    isMovable: isMovable && status === "planned",
    isOfMany: repetitionId !== null,
    isClash,
    color: prospect?.colorBackground ?? kindColors[kind],
    ink: prospect?.colorText ?? null,
    ownerId: row.ownerId,
    owner: row.ownerName,
    place: [account?.address, account?.city].filter(Boolean).join(", ") || null,
  };
}
