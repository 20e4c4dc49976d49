import { CheckboxField, ChecksField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { type Option, SelectField } from "@/components/forms/select-field";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import type { HandedOver } from "@/db/vocabulary";
import type { Held } from "@/lib/bulks/held";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Props = {
  user: { id: number; name: string; isActive: boolean };
  held: Held;
  /** What the viewer may give away. */
  kinds: readonly HandedOver[];
  heirs: Option[];
  people: Option[];
  deactivates: boolean;
  handOver: FormAction;
};

/** Everything a colleague has, to somebody else at once; and the colleague out, if asked. */
export function HandoverPage({ user: { id, name, isActive }, held, kinds, heirs, people, deactivates, handOver }: Props) {
  const title = t("users.hand_over_of", { name });
  const back = `/settings/users/${id}`;
  const some = kinds.filter((list) => held[list] > 0);
  const hasGroups = heirs.length > people.length;
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.handover")}
        title={title}
        crumbs={[
          { href: "/settings", label: t("settings.title") },
          { href: "/settings/users", label: t("users.title") },
          { href: back, label: name },
          { label: t("users.hand_over") },
        ]}
      />
      {some.length === 0 ? (
        <p className="soft">{t("users.holds_nothing")}</p>
      ) : (
        <Form action={handOver} id="handover" hidden={{ id }}>
          <p className="soft">{t("users.hand_over_hint")}</p>
          <ChecksField
            name="kinds"
            label={t("users.hand_over_what")}
            options={some.map((list) => ({ value: list, label: t(`users.held.${list}`, { count: held[list] }) }))}
            initial={some}
            stacked
          />
          <SelectField name="ownerId" label={t("users.heir")} options={heirs} empty={t("users.choose_heir")} />
          {hasGroups && (
            <SelectField name="personId" label={t("users.heir_person")} hint={t("users.heir_person_hint")} options={people} empty={t("app.none")} />
          )}
          {isActive && (
            <CheckboxField name="deactivates" label={t("users.deactivate_too", { name })} hint={t("users.deactivate_too_hint")} initial={deactivates} />
          )}
          <div className="bar">
            <Button look="main">{t("users.hand_over_start")}</Button>
            <ButtonLink href={back} look="quiet">
              {t("app.cancel")}
            </ButtonLink>
          </div>
        </Form>
      )}
    </main>
  );
}
