import type { PartySnapshot } from "@/db/schema/documents";
import type { ActivityRow } from "@/lib/activities/queries";
import { spanText } from "@/lib/activities/when";
import { current } from "@/lib/i18n/current";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { prospectNames } from "@/lib/prospects/names";
import type { Prospect } from "@/lib/prospects/queries";
import type { DocumentSheet, SheetPicture, SheetSection } from "./pdf/sheet";
import { accent, partyOf } from "./sheet-of";

export type FollowUpSource = {
  prospect: Prospect;
  names: ReturnType<typeof prospectNames>;
  /** The newest first. */
  activities: ActivityRow[];
  /** There are earlier ones, or other images, than are printed. */
  isCut: boolean;
  issuer: PartySnapshot;
};

/** What was done and is planned with a prospect, as text ready for paper under the company's head. Internal notes never get here. */
export function followUpSheet(source: FollowUpSource, logo: Uint8Array | null, pictures: SheetPicture[]): DocumentSheet {
  const { prospect, names, activities, isCut, issuer } = source;
  const { pack, locale } = current();
  const { companyName, personName, region, phone, email } = prospect;
  return {
    language: locale,
    paper: pack.paper,
    accent,
    createdAt: new Date(prospect.updatedAt).toISOString(),
    labels: {
      customer: t("prospects.one"),
      ...{ amountInWords: "", taxes: "", taxBase: "", taxAmount: "" },
      page: t("documents.page_of", { page: "{page}", pages: "{pages}" }),
    },
    issuer: { ...partyOf(issuer), phone: issuer.phone, email: issuer.email, logo },
    title: t("prospects.paper.title"),
    number: `${t("prospects.fields.number")} ${prospect.number}`,
    watermark: null,
    dates: [
      { label: t("prospects.fields.contacted_on"), value: formatDate(prospect.contactedOn) },
      { label: t("prospects.fields.status"), value: t(`prospects.statuses.${prospect.status}`) },
      ...(names.owner ? [{ label: t("prospects.fields.owner"), value: names.owner }] : []),
    ],
    customer: {
      name: companyName ?? personName,
      taxId: null,
      addressLines: [companyName === null ? undefined : personName, names.industry, region].filter((line): line is string => Boolean(line)),
      contactLines: [phone, email].filter((line) => line !== null),
    },
    ...{ columns: [], lines: [], totals: [], taxes: [], amountInWords: null },
    sections: [...factsOf(source), ...activities.toReversed().map(sectionOf)],
    pictures: { heading: t("prospects.fields.images"), unreadable: t("prospects.paper.unreadable", { names: "{names}" }), shown: pictures },
    legend: isCut ? t("prospects.paper.cut") : null,
    footer: null,
  };
}

function factsOf({ prospect, names, activities }: FollowUpSource): SheetSection[] {
  const { subject, notes, quotedOn } = prospect;
  const facts: [string, string | null | undefined][] = [
    [t("prospects.fields.subject"), subject],
    [t("prospects.fields.channel"), names.channel],
    [t("prospects.fields.origin"), names.origin],
    [t("prospects.fields.created_by"), names.creator],
    [t("prospects.fields.work_center"), names.workCenter],
    [t("prospects.milestones.quoted"), quotedOn && formatDate(quotedOn)],
    [t("prospects.fields.latest_quote_long"), names.quote],
    [t("prospects.fields.latest_order_long"), names.order],
    [t("prospects.fields.lost_reason"), names.lostReason],
  ];
  const known = facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  return [
    { heading: t("app.details"), text: known.join("\n") },
    { heading: t("prospects.fields.notes"), text: notes ?? "" },
    ...(activities.length === 0 ? [{ heading: t("prospects.paper.activities"), text: t("prospects.empty_history") }] : []),
  ].filter(({ text }) => text !== "");
}

function sectionOf(activity: ActivityRow): SheetSection {
  const { kind, status, ownerName, subject, notes, result } = activity;
  const heading = [spanText(activity), t(`activities.kinds.${kind}`), t(`activities.statuses.${status}`), ownerName].filter(Boolean).join("  ·  ");
  const told = notes?.startsWith(subject) ? [notes] : [subject, notes];
  return { heading, text: [...told, result && `${t("activities.fields.result")}: ${result}`].filter(Boolean).join("\n") };
}
