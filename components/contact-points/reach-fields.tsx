import { SelectField } from "@/components/forms/select-field";
import { EmailField, PhoneField } from "@/components/forms/text-fields";
import type { ContactPointKind } from "@/db/vocabulary";
import type { Reach } from "@/lib/contact-points/forms";
import { usesOf } from "@/lib/contact-points/rules";
import type { PointValues } from "@/lib/contact-points/values";
import { t } from "@/lib/i18n/words";
import { PointRows } from "./point-rows";

/** How somebody is reached: the main phone and mailbox, what each is for, and as many more as there are. */
export function ReachFields({ values, points }: { values: Partial<Reach>; points: readonly PointValues[] }) {
  return (
    <>
      <div className="grid">
        <PhoneField name="phone" label={t("contacts.points.main_phone")} initial={values.phone} />
        <SelectField name="phoneUse" label={t("contacts.points.phone_use")} options={usesFor("phone")} initial={values.phoneUse} empty={t("app.none")} />
        <EmailField name="email" label={t("contacts.points.main_email")} hint={t("contacts.points.email_hint")} initial={values.email} />
        <SelectField name="emailUse" label={t("contacts.points.email_use")} options={usesFor("email")} initial={values.emailUse} empty={t("app.none")} />
      </div>
      <PointRows
        initial={points}
        whats={[...grouped("phone"), ...grouped("email")]}
        words={{ kind: t("contacts.points.kind"), value: t("contacts.points.value"), main: t("contacts.points.make_main"), add: t("contacts.points.add") }}
      />
    </>
  );
}

function usesFor(kind: ContactPointKind) {
  return usesOf[kind].map((use) => ({ value: use, label: t(`contacts.points.uses.${use}`) }));
}

function grouped(kind: ContactPointKind) {
  return usesOf[kind].map((use) => ({
    value: `${kind}.${use}`,
    label: t(`contacts.points.what.${kind}`, { use: t(`contacts.points.uses.${use}`).toLowerCase() }),
    group: t(`contacts.points.kinds.${kind}`),
  }));
}
