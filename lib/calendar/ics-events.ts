import type { Scope } from "@/lib/access/scope";
import { type Activity, withNames } from "@/lib/activities/queries";
import { fullName } from "@/lib/contacts/rules";
import { t } from "@/lib/i18n/words";
import type { IcsEvent } from "./ics/event";

type Row = Pick<Activity, "id" | "kind" | "status" | "subject" | "notes" | "accountId" | "contactId" | "prospectId" | "version" | "updatedAt"> &
  Pick<Activity, "isAllDay" | "startsAt" | "endsAt" | "zone" | "startsAtUtc" | "endsAtUtc">;
type Named = ReturnType<typeof withNames<Row>>[number];

/** Where one goes to the other side. */
const inPerson: Activity["kind"][] = ["meeting", "visit", "appointment"];

/** Activities as other calendars are told of them, with the names that this viewer sees. `base` is our own address. */
export function icsEventsOf(scope: Scope, rows: Row[], base: URL): IcsEvent[] {
  return withNames(scope, rows).map((row) => {
    const { id, version, updatedAt, status, subject, isAllDay, startsAt, endsAt, zone, startsAtUtc, endsAtUtc } = row;
    const url = new URL(`/activities/${id}`, base).href;
    return {
      ...{ version, updatedAt, status, subject, isAllDay, startsAt, endsAt, zone, startsAtUtc, endsAtUtc },
      ...{ uid: `activity-${id}@${base.hostname}`, url, details: [...detailsOf(row), url].join("\n"), place: placeOf(row) },
    };
  });
}

function detailsOf({ kind, account, prospect, contact, notes }: Named): string[] {
  return [
    t(`activities.kinds.${kind}`),
    ...(account ? [`${t("activities.fields.account")}: ${listed(account.name, account.phone)}`] : []),
    ...(prospect ? [`${t("activities.fields.prospect")}: ${listed(prospect.personName, prospect.companyName, prospect.phone)}`] : []),
    ...(contact ? [`${t("activities.fields.contact")}: ${listed(fullName(contact), contact.phone)}`] : []),
    ...(notes ? [notes] : []),
  ];
}

function placeOf({ kind, account }: Named): string | undefined {
  return account?.address && inPerson.includes(kind) ? listed(account.address, account.city) : undefined;
}

function listed(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(", ");
}
