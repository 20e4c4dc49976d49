import { PhoneLink } from "@/components/ui/phone-link";
import { Tag } from "@/components/ui/tag";
import { whatsappLink } from "@/lib/core/phones";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";

type Props = {
  href: string;
  name: string;
  role: string | null;
  isPrimary: boolean;
  receivesQuotes: boolean;
  receivesInvoices: boolean;
  receivesCollection: boolean;
  sinceOn: string | null;
  untilOn: string | null;
  phone: string | null;
  phoneE164: string | null;
  /** Where the relation is changed, for whoever may. */
  editHref?: string;
};

/** The other end of a relation: who or where, as what, and how to reach it. */
export function RelationLine({ href, name, role, isPrimary, sinceOn, untilOn, phone, phoneE164, editHref, ...receives }: Props) {
  const said = [role, timeText(sinceOn, untilOn), receivedText(receives)].filter(Boolean).join(" · ");
  return (
    <li className="line work">
      <div>
        <a className="who" href={href}>
          {name}
        </a>{" "}
        {isPrimary && <Tag>{t("contacts.primary").toLowerCase()}</Tag>}
        {said && <small>{said}</small>}
        {phone && <Phone phone={phone} e164={phoneE164} />}
      </div>
      {editHref && (
        <a href={editHref} aria-label={`${t("contacts.edit_relation")}: ${name}`}>
          {t("app.edit")}
        </a>
      )}
    </li>
  );
}

function Phone({ phone, e164 }: { phone: string; e164: string | null }) {
  if (e164 === null) return <small>{phone}</small>;
  return (
    <small>
      <PhoneLink phone={phone} e164={e164} /> · <a href={whatsappLink(e164)}>{t("app.whatsapp")}</a>
    </small>
  );
}

function timeText(since: string | null, until: string | null) {
  if (since && until) return t("contacts.between", { since: formatDate(since), until: formatDate(until) });
  if (since) return t("contacts.since", { date: formatDate(since) });
  return until && t("contacts.until", { date: formatDate(until) });
}

function receivedText({ receivesQuotes, receivesInvoices, receivesCollection }: Pick<Props, "receivesQuotes" | "receivesInvoices" | "receivesCollection">) {
  const what = [
    receivesQuotes && t("contacts.fields.receives_quotes"),
    receivesInvoices && t("contacts.fields.receives_invoices"),
    receivesCollection && t("contacts.fields.receives_collection"),
  ].filter((word) => word !== false);
  return what.length > 0 && t("contacts.receives_list", { what: what.join(", ").toLowerCase() });
}
