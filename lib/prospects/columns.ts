import type { Viewer } from "@/lib/access/viewer";
import { relativeDay } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { ListColumn } from "@/lib/lists/columns";
import type { ProspectRow } from "./queries";

const soft = { kind: "soft", phone: "skip" } as const;
const code = { kind: "code", phone: "skip" } as const;

/** S1's columns in its order. The less used ones are for who chooses them; the place of work only where there are several. */
export function prospectColumns({ today }: Pick<Viewer, "today">, hasCenters: boolean): ListColumn<ProspectRow>[] {
  return [
    { key: "signal", label: () => t("prospects.fields.signal"), phone: "line", value: (row) => signalText(row, today) },
    { key: "number", label: () => t("prospects.fields.number"), ...code, sort: "number", value: ({ number }) => String(number) },
    { key: "date", label: () => t("prospects.fields.contacted_on"), kind: "date", sort: "contacted", phone: "skip", value: ({ contactedOn }) => contactedOn },
    { key: "name", label: () => t("prospects.fields.person_name"), sort: "name", phone: "title", isFixed: true, value: ({ personName }) => personName },
    { key: "company", label: () => t("prospects.fields.company_name"), ...soft, isExtra: true, value: ({ companyName }) => companyName },
    { key: "phone", label: () => t("prospects.fields.phone"), kind: "phone", phone: "line", value: ({ phone }) => phone },
    { key: "email", label: () => t("prospects.fields.email"), isExtra: true, phone: "skip", value: ({ email }) => email },
    { key: "region", label: () => t("prospects.fields.division"), ...soft, isExtra: true, value: ({ region }) => region },
    { key: "status", label: () => t("prospects.fields.status"), ...soft, value: ({ status }) => t(`prospects.statuses.${status}`) },
    { key: "next", label: () => t("prospects.fields.next_action"), phone: "line", value: ({ nextSubject }) => nextSubject },
    { key: "next_on", label: () => t("lists.next_on"), kind: "date", phone: "skip", isExtra: true, value: ({ nextActionOn }) => nextActionOn },
    { key: "quote", label: () => t("prospects.fields.latest_quote"), ...code, of: "quotes", value: ({ quote }) => quote },
    { key: "order", label: () => t("prospects.fields.latest_order"), ...code, of: "orders", value: ({ order }) => order },
    { key: "owner", label: () => t("prospects.fields.owner"), ...soft, value: ({ owner }) => owner },
    { key: "creator", label: () => t("prospects.fields.created_by"), ...soft, isExtra: true, value: ({ creator }) => creator },
    { key: "channel", label: () => t("prospects.fields.channel"), ...soft, isExtra: true, value: ({ channel }) => channel },
    { key: "origin", label: () => t("prospects.fields.origin"), ...soft, isExtra: true, value: ({ origin }) => origin },
    { key: "industry", label: () => t("prospects.fields.industry"), ...soft, isExtra: true, value: ({ industry }) => industry },
    { key: "form", label: () => t("web_forms.came.form"), ...soft, isExtra: true, value: ({ webForm }) => webForm },
    { key: "campaign", label: () => t("web_forms.fields.campaign"), ...soft, isExtra: true, value: ({ campaign }) => campaign },
    { key: "utm_source", label: () => t("web_forms.came.utm_source"), ...soft, isExtra: true, value: ({ utmSource }) => utmSource },
    { key: "utm_medium", label: () => t("web_forms.came.utm_medium"), ...soft, isExtra: true, value: ({ utmMedium }) => utmMedium },
    { key: "utm_campaign", label: () => t("web_forms.came.utm_campaign"), ...soft, isExtra: true, value: ({ utmCampaign }) => utmCampaign },
    { key: "subject", label: () => t("prospects.fields.subject"), ...soft, isExtra: true, value: ({ subject }) => subject },
    { key: "lost_reason", label: () => t("prospects.fields.lost_reason"), ...soft, isExtra: true, value: ({ lostReason }) => lostReason },
    {
      ...{ key: "note", label: () => t("prospects.fields.internal_note"), isExtra: true, phone: "skip", hides: "internalNote" },
      value: ({ internalNote }) => internalNote,
    },
    ...(hasCenters ? [center] : []),
  ];
}

const center: ListColumn<ProspectRow> = {
  ...{ key: "center", label: () => t("prospects.fields.work_center"), ...soft, isExtra: true },
  value: ({ workCenter }) => workCenter,
};

function signalText({ signal, nextActionOn }: ProspectRow, today: string): string {
  const word = t(`prospects.signals.${signal}`);
  return signal === "overdue" && nextActionOn ? `${word} (${relativeDay(nextActionOn, today)})` : word;
}
