import { ChecksField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { ButtonForm, Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { hideableFields, type Module, modules, reaches } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { ProfileRow } from "@/lib/scheme/queries";
import { verbsOf } from "@/lib/scheme/verbs";
import type { FormAction } from "@/lib/web/form-state";

type Props = { action: FormAction; remove?: FormAction; profile?: ProfileRow; off: readonly Module[] };

/** Module by module, how far each verb goes, and which fields are not shown. */
export function ProfileEditor({ action, remove, profile, off }: Props) {
  const title = profile ? profile.name : t("users.new_profile");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.profile")}
        title={title}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { href: "/settings/roles", label: t("users.roles_and_profiles") }, { label: title }]}
      />
      <Form action={action} id="profile" version={profile?.version} hidden={profile ? { id: profile.id } : {}}>
        <TextField name="name" label={t("users.fields.name")} initial={profile?.name} autoComplete="off" required />
        <ChecksField
          name="hiddenFields"
          label={t("users.hidden_fields")}
          hint={t("users.hidden_fields_hint")}
          options={hideableFields.map((field) => ({ value: field, label: t(`access.hidden_fields.${field}`) }))}
          initial={profile?.hiddenFields}
        />
        <Grants grants={profile?.grants ?? []} off={off} />
        <FormEnd back="/settings/roles" />
      </Form>
      {profile && remove && (
        <ButtonForm action={remove} id="remove" version={profile.version} hidden={{ id: profile.id }}>
          <Button look="danger">{t("users.remove_profile")}</Button>
        </ButtonForm>
      )}
    </main>
  );
}

/** Of a module that is switched off what was granted is kept, and says so. */
function Grants({ grants, off }: Pick<ProfileRow, "grants"> & Pick<Props, "off">) {
  const options = reaches.map((reach) => ({ value: reach, label: t(`access.reaches.${reach}`) }));
  return modules.map((module) => (
    <FieldGroup key={module} legend={t(`access.modules.${module}`)} hint={off.includes(module) ? t("modules.is_off") : undefined} section>
      <div className="grid">
        {verbsOf[module].map((verb) => (
          <SelectField
            key={verb}
            name={`grants.${module}.${verb}`}
            label={capitalized(t(`access.verbs.${verb}`))}
            options={options}
            initial={grants.find((grant) => grant.module === module && grant.verb === verb)?.reach}
            empty={t("access.reaches.none")}
          />
        ))}
      </div>
    </FieldGroup>
  ));
}

function capitalized(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}
