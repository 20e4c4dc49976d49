import { EmailLink } from "@/components/ui/email-link";
import { PhoneLink } from "@/components/ui/phone-link";
import type { ContactPointUse } from "@/db/vocabulary";
import type { ContactPoint } from "@/lib/contact-points/queries";
import { takesChats } from "@/lib/contact-points/rules";
import { whatsappLink } from "@/lib/core/phones";
import { t } from "@/lib/i18n/words";

type Main = { phone: string | null; phoneE164: string | null; phoneUse: ContactPointUse | null; email: string | null; emailUse: ContactPointUse | null };

/** Every phone with its ways to call, and every mailbox; the main ones first. */
export function ReachList({ main, points }: { main: Main; points: readonly ContactPoint[] }) {
  const { phone, phoneE164, phoneUse, email, emailUse } = main;
  const phones = points.filter(({ kind }) => kind === "phone");
  const mailboxes = points.filter(({ kind }) => kind === "email");
  return (
    <ul className="lines">
      {phone && <Phone value={phone} e164={phoneE164} use={phoneUse} isMain={phones.length > 0} />}
      {phones.map(({ value, valueKey, use }) => (
        <Phone key={value} value={value} e164={valueKey} use={use} />
      ))}
      {email && <Mailbox value={email} use={emailUse} note={mailboxes.length > 0 ? t("contacts.points.gets_notices") : undefined} />}
      {mailboxes.map(({ value, use }) => (
        <Mailbox key={value} value={value} use={use} />
      ))}
    </ul>
  );
}

function Phone({ value, e164, use, isMain }: { value: string; e164: string | null; use: ContactPointUse | null; isMain?: boolean }) {
  return (
    <li className="line work">
      <div>
        <PhoneLink phone={value} e164={e164} />
        <Said parts={[use && t(`contacts.points.uses.${use}`), isMain && t("contacts.points.main").toLowerCase()]} />
      </div>
      {e164 && takesChats(use) && <a href={whatsappLink(e164)}>{t("app.whatsapp")}</a>}
    </li>
  );
}

function Mailbox({ value, use, note }: { value: string; use: ContactPointUse | null; note?: string }) {
  return (
    <li className="line work">
      <div>
        <EmailLink email={value} />
        <Said parts={[use && t(`contacts.points.uses.${use}`), note]} />
      </div>
    </li>
  );
}

function Said({ parts }: { parts: (string | null | false | undefined)[] }) {
  const said = parts.filter(Boolean).join(" · ");
  return said === "" ? null : <small>{said}</small>;
}
