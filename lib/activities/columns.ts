import { fullName } from "@/lib/contacts/rules";
import { wallTime } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { ListedActivity } from "./list";
import { dayOfStart, doneDay } from "./when";

const soft = { kind: "soft", phone: "skip" } as const;
const extra = { ...soft, isExtra: true } as const;

/** Every column that the list of activities can show or give out, in its order. */
export const activityColumns: ListColumn<ListedActivity>[] = [
  { key: "when", label: () => t("activities.when"), kind: "date", sort: "when", phone: "line", goesWith: "time", value: dayOfStart },
  { key: "time", label: () => t("activities.fields.time"), ...extra, value: hourOf },
  { key: "kind", label: () => t("activities.fields.kind"), kind: "soft", phone: "line", value: ({ kind }) => t(`activities.kinds.${kind}`) },
  { key: "subject", label: () => t("activities.fields.subject"), phone: "title", isFixed: true, value: ({ subject }) => subject },
  { key: "account", label: () => t("activities.fields.account"), phone: "line", value: ({ account }) => account?.name },
  { key: "contact", label: () => t("activities.fields.contact"), phone: "label", value: ({ contact }) => contact && fullName(contact) },
  {
    key: "prospect",
    label: () => t("activities.fields.prospect"),
    of: "prospects",
    phone: "label",
    value: ({ prospect }) => prospect && (prospect.companyName ?? prospect.personName),
  },
  { key: "owner", label: () => t("activities.fields.owner"), ...soft, value: ({ ownerName }) => ownerName },
  { key: "state", label: () => t("app.status"), phone: "line", value: stateWord },
  { key: "result", label: () => t("activities.fields.result"), ...extra, value: ({ result }) => result },
  { key: "notes", label: () => t("activities.fields.notes"), ...extra, value: ({ notes }) => notes },
  { key: "next", label: () => t("activities.fields.next_action"), ...extra, value: ({ next }) => next?.subject },
  { key: "next_on", label: () => t("lists.next_on"), ...extra, kind: "date", value: ({ next }) => next?.on },
  {
    ...{ key: "done", label: () => t("activities.statuses.done"), ...extra, kind: "date" as const },
    value: (row) => (row.doneAt === null ? null : doneDay(row, row.doneAt)),
  },
];

/** What one reads of it: late is a thing to do whose time is over. */
export function stateWord({ status, isLate, isToday }: Pick<ListedActivity, "status" | "isLate" | "isToday">): string {
  if (status !== "planned") return t(`activities.statuses.${status}`);
  return t(isLate ? "activities.is_overdue" : isToday ? "activities.today" : "activities.statuses.planned");
}

function hourOf({ isAllDay, startsAtUtc }: ListedActivity): string | null {
  return isAllDay ? null : wallTime(startsAtUtc, current().zone).slice(11);
}
