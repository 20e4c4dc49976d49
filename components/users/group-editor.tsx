import { ChecksField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { TextField } from "@/components/forms/text-fields";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import type { GroupRow } from "@/lib/users/queries";
import type { FormAction } from "@/lib/web/form-state";

type Props = { action: FormAction; group?: GroupRow; people: { value: number; label: string }[] };

export function GroupEditor({ action, group, people }: Props) {
  const title = group ? t("users.edit_group") : t("users.new_group");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.group")}
        title={title}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { href: "/settings/roles", label: t("users.roles_and_profiles") }, { label: title }]}
      />
      <Form action={action} version={group?.version} hidden={group ? { id: group.id } : {}}>
        <TextField name="name" label={t("users.fields.name")} initial={group?.name} autoComplete="off" required />
        <ChecksField name="memberIds" label={t("users.group_members")} options={people} initial={group?.members.map(({ id }) => id)} stacked />
        <FormEnd back="/settings/roles" />
      </Form>
    </main>
  );
}
