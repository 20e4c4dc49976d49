import { ButtonForm, Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { SelectField } from "@/components/forms/select-field";
import { TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Role = { id: number; name: string; parentId: number | null; version: number };
type Props = { action: FormAction; remove?: FormAction; role?: Role; places: { value: number; label: string }[] };

export function RoleEditor({ action, remove, role, places }: Props) {
  const title = role ? role.name : t("users.new_role");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.role")}
        title={title}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { href: "/settings/roles", label: t("users.roles_and_profiles") }, { label: title }]}
      />
      <Form action={action} id="role" version={role?.version} hidden={role ? { id: role.id } : {}}>
        <TextField name="name" label={t("users.fields.name")} initial={role?.name} autoComplete="off" required />
        <SelectField
          name="parentId"
          label={t("users.role_parent")}
          hint={t("users.role_hint")}
          options={places}
          initial={role ? (role.parentId ?? "") : places.at(-1)?.value}
          empty={t("users.role_top")}
        />
        <FormEnd back="/settings/roles" />
      </Form>
      {role && remove && (
        <ButtonForm action={remove} id="remove" version={role.version} hidden={{ id: role.id }}>
          <Button look="danger">{t("users.remove_role")}</Button>
        </ButtonForm>
      )}
    </main>
  );
}
