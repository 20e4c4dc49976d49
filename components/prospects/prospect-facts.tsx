import { EmailLink } from "@/components/ui/email-link";
import { type Fact, Facts } from "@/components/ui/figures";
import { PhoneLink } from "@/components/ui/phone-link";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { Prospect } from "@/lib/prospects/queries";

export type ProspectNames = {
  account?: { id: number; name: string };
  owner?: string;
  creator?: string;
  webForm?: string;
  channel?: string;
  industry?: string;
  origin?: string;
  workCenter?: string;
  lostReason?: string;
  quote?: string | null;
  order?: string | null;
};

/** Everything S1 asks about a prospect, at the side of what is done with it. */
export function ProspectFacts({ prospect, names }: { prospect: Prospect; names: ProspectNames }) {
  const { phone, phoneE164, email, region, status, contactedOn, quotedOn, latestQuoteId, latestOrderId, subject, notes, internalNote, colorText } = prospect;
  const person: Fact[] = [
    { label: t("prospects.fields.person_name"), value: <span className={colorText ? `ink-${colorText}` : undefined}>{prospect.personName}</span> },
    { label: t("prospects.fields.company_name"), value: prospect.companyName },
    { label: t("prospects.on_account"), value: names.account && <a href={`/accounts/${names.account.id}`}>{names.account.name}</a> },
    { label: t("prospects.fields.industry"), value: names.industry },
    { label: t("prospects.fields.phone"), value: phone && <PhoneLink phone={phone} e164={phoneE164} /> },
    { label: t("prospects.fields.email"), value: email && <EmailLink email={email} /> },
    { label: t("prospects.fields.division"), value: region },
  ];
  const course: Fact[] = [
    { label: t("prospects.fields.status"), value: t(`prospects.statuses.${status}`) },
    { label: t("prospects.fields.contacted_on"), value: formatDate(contactedOn) },
    { label: t("prospects.milestones.quoted"), value: quotedOn && formatDate(quotedOn) },
    { label: t("prospects.fields.latest_quote_long"), value: names.quote && <a href={`/quotes/${latestQuoteId}`}>{names.quote}</a> },
    { label: t("prospects.fields.latest_order_long"), value: names.order && <a href={`/orders/${latestOrderId}`}>{names.order}</a> },
    { label: t("prospects.fields.owner"), value: names.owner },
    { label: t("prospects.fields.created_by"), value: names.creator },
    { label: t("prospects.fields.channel"), value: names.channel },
    { label: t("prospects.fields.origin"), value: names.origin },
    { label: t("prospects.fields.work_center"), value: names.workCenter },
    { label: t("prospects.fields.subject"), value: subject },
    { label: t("prospects.fields.notes"), value: notes && <span className="prewrap">{notes}</span> },
    { label: t("prospects.fields.internal_note"), value: internalNote && <span className="prewrap">{internalNote}</span> },
  ];
  const came = cameOf(prospect, names.webForm);
  return (
    <aside className="aside" aria-label={t("app.details")}>
      <section>
        <h2>{t("prospects.person")}</h2>
        <Facts facts={person} />
      </section>
      <section>
        <h2>{t("prospects.follow_up")}</h2>
        <Facts facts={course} />
      </section>
      {came.some(({ value }) => value) && (
        <section>
          <h2>{t("web_forms.came_by")}</h2>
          <Facts facts={came} />
        </section>
      )}
    </aside>
  );
}

/** What brought who filled in a form on the web. The page they came from is told, not linked: a stranger wrote it. */
function cameOf({ campaign, utmSource, utmMedium, utmCampaign, utmTerm, utmContent, referrer }: Prospect, form: string | undefined): Fact[] {
  return [
    { label: t("web_forms.came.form"), value: form },
    { label: t("web_forms.fields.campaign"), value: campaign },
    { label: t("web_forms.came.utm_source"), value: utmSource },
    { label: t("web_forms.came.utm_medium"), value: utmMedium },
    { label: t("web_forms.came.utm_campaign"), value: utmCampaign },
    { label: t("web_forms.came.utm_term"), value: utmTerm },
    { label: t("web_forms.came.utm_content"), value: utmContent },
    { label: t("web_forms.came.referrer"), value: referrer },
  ];
}
