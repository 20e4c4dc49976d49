import type { ReactNode } from "react";
import { CheckboxField, ChecksField } from "@/components/forms/choice-fields";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { SelectField } from "@/components/forms/select-field";
import { EmailField, TextField } from "@/components/forms/text-fields";
import { PageHead } from "@/components/ui/page-head";
import { current } from "@/lib/i18n/current";
import { t } from "@/lib/i18n/words";
import type { User, userChoicesFor } from "@/lib/users/queries";
import type { FormAction } from "@/lib/web/form-state";

import { LanguageField } from "./language-field";

type Props = { action: FormAction; user?: User; choices: ReturnType<typeof userChoicesFor>; mayAdminister: boolean; mayMail?: boolean; children?: ReactNode };

export function UserEditor({ action, user, choices, mayAdminister, mayMail = false, children }: Props) {
  const title = user ? user.name : t("users.new");
  return (
    <main>
      <title>{`${title} · ${t("users.title")}`}</title>
      <PageHead
        help={t("help.user")}
        title={title}
        soft={user && !user.isActive && t("users.inactive")}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { href: "/settings/users", label: t("users.title") }, { label: title }]}
      />
      <Form action={action} id="user" version={user?.version} hidden={user ? { id: user.id } : {}}>
        <TextField name="name" label={t("users.fields.name")} initial={user?.name} autoComplete="off" required />
        <EmailField name="email" label={t("users.fields.email")} initial={user?.email} autoComplete="off" required />
        <SelectField
          name="roleId"
          label={t("users.fields.role")}
          hint={t("users.role_hint")}
          options={choices.roles}
          initial={user?.roleId ?? choices.roles.at(-1)?.value}
        />
        <ChecksField
          name="profileIds"
          label={t("users.fields.profiles")}
          hint={t("users.choose_profiles")}
          options={choices.profiles}
          initial={user?.profileIds}
        />
        {choices.groups.length > 0 && <ChecksField name="groupIds" label={t("users.fields.groups")} options={choices.groups} initial={user?.groupIds} />}
        <LanguageField initial={user?.locale ?? current().locale} />
        {mayAdminister && <CheckboxField name="isAdmin" label={t("users.administers")} hint={t("users.administers_hint")} initial={user?.isAdmin} />}
        {mayMail && <CheckboxField name="sendsInvitation" label={t("users.send_invitation")} hint={t("users.send_invitation_hint")} initial />}
        <FormEnd back="/settings/users" />
      </Form>
      {children}
    </main>
  );
}
