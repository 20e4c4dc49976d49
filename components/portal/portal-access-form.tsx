import { CheckboxField, ChecksField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { DateField, EmailField } from "@/components/forms/text-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { PortalAccess, PortalRelation } from "@/lib/portal/access";
import { type PortalKind, portalKinds } from "@/lib/portal/rules";
import type { FormAction } from "@/lib/web/form-state";

export function PortalAccessForm({ action, contact: { id, email, user, version, relations, kinds } }: { action: FormAction; contact: PortalAccess }) {
  return (
    <Form action={action} id="access" version={version} hidden={{ id }}>
      <EmailField name="email" label={t("portal.user")} hint={t("portal.user_hint")} initial={user?.email ?? email} autoComplete="off" required />
      {relations.length === 0 && <p className="soft">{t("portal.no_relations")}</p>}
      {relations.map((relation, row) => (
        <Relation key={relation.id} relation={relation} row={`relations.${row}`} kinds={kinds} />
      ))}
      <div className="bar">
        <Button look="main">{t("app.save")}</Button>
        <ButtonLink href={`/contacts/${id}`} look="quiet">
          {t("app.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}

/** What was opened of a module that is switched off stays so, though it is not asked about. */
function Relation({ relation, row, kinds }: { relation: PortalRelation; row: string; kinds: readonly PortalKind[] }) {
  const { id, name, hasPortal, serviceStartsOn, serviceEndsOn, portalKinds: shown } = relation;
  const chosen = shown ?? portalKinds;
  const unshown = portalKinds.filter((kind) => chosen.includes(kind) && !kinds.includes(kind));
  return (
    <FieldGroup legend={name} section>
      <input type="hidden" name={`${row}.id`} value={id} />
      <CheckboxField name={`${row}.hasPortal`} label={t("portal.has_access")} initial={hasPortal} />
      <DateField name={`${row}.startsOn`} label={t("portal.starts_on")} initial={serviceStartsOn} />
      <DateField name={`${row}.endsOn`} label={t("portal.ends_on")} hint={t("portal.dates_hint")} initial={serviceEndsOn} />
      {kinds.length > 0 && <ChecksField name={`${row}.kinds`} label={t("portal.kinds")} options={optionsOf(kinds)} initial={chosen} />}
      {unshown.map((kind) => (
        <input key={kind} type="hidden" name={`${row}.kinds`} value={kind} />
      ))}
    </FieldGroup>
  );
}

function optionsOf(kinds: readonly PortalKind[]) {
  return kinds.map((kind) => ({ value: kind, label: t(`documents.kinds.${kind}.many`) }));
}
