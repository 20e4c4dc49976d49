import { ButtonLink } from "@/components/ui/button";
import { Chips } from "@/components/ui/chips";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import type { Entry } from "@/lib/access/entry";
import { sortLink, withQuery } from "@/lib/core/links";
import { countText } from "@/lib/i18n/counts";
import { t } from "@/lib/i18n/words";
import { standings, type UserFilters } from "@/lib/users/filters";
import type { UserRow } from "@/lib/users/queries";
import type { FormAction } from "@/lib/web/form-state";
import { InvitationForms } from "./invitation-forms";
import { EntryState } from "./user-entry";
import { type Choices, UserFilterForm } from "./user-filter-form";

type Row = UserRow & { entry?: Entry; mayEdit: boolean };
type Props = { users: Row[]; filters: UserFilters; choices: Choices; mayCreate: boolean; hasMail: boolean; actions: Record<"mail" | "uninvite", FormAction> };

const path = "/settings/users";

export function UserList({ users, filters, choices, mayCreate, ...inviting }: Props) {
  const sorted = (column: string) => sortLink(path, filters, column);
  const add = mayCreate && (
    <ButtonLink href="/settings/users/new" look="main" icon="plus">
      {t("users.new")}
    </ButtonLink>
  );
  return (
    <main>
      <title>{`${t("users.title")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.users")}
        title={t("users.title")}
        soft={countText("users.count", users.length)}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { label: t("users.title") }]}
        more={<ButtonLink href="/settings/roles">{t("users.roles_and_profiles")}</ButtonLink>}
        actions={add}
      />
      <Chips
        label={t("users.access")}
        items={[undefined, ...standings].map((state) => ({
          href: withQuery(path, filters, { state, sort: filters.sort === "usual" ? undefined : filters.sort }),
          label: t(state ? `users.standings.${state}` : "users.all"),
          current: filters.state === state,
        }))}
      />
      <UserFilterForm {...{ path, filters, choices }} />
      {users.length === 0 ? (
        <NothingFound href={path} />
      ) : (
        <Table
          label={t("users.title")}
          columns={[
            { key: "name", label: t("users.fields.name"), phone: "title", sort: sorted("name") },
            { key: "email", label: t("users.fields.email"), kind: "soft", phone: "line", sort: sorted("email") },
            { key: "role", label: t("users.fields.role"), phone: "label", sort: sorted("role") },
            { key: "profiles", label: t("users.fields.profiles"), phone: "label" },
            { key: "groups", label: t("users.fields.groups"), kind: "soft", phone: "label" },
            { key: "active", label: t("users.access"), phone: "label" },
          ]}
          rows={users.map((user) => ({ key: user.id, cells: [...cellsOf(user), <Standing key="standing" user={user} {...inviting} />] }))}
        />
      )}
    </main>
  );
}

function cellsOf({ id, name, email, role, profiles, groups, isAdmin, mayEdit }: Row) {
  return [
    mayEdit ? (
      <a key="name" href={`/settings/users/${id}`}>
        {name}
      </a>
    ) : (
      name
    ),
    email,
    role,
    isAdmin ? t("users.administrator") : profiles,
    groups,
  ];
}

/** Who has not come in yet is told apart, with what to do about it. */
function Standing({ user: { id, name, isActive, entry, mayEdit }, ...inviting }: { user: Row } & Pick<Props, "hasMail" | "actions">) {
  if (!entry || entry.hasPassword) return isActive ? t("users.active") : t("users.inactive");
  return (
    <>
      <EntryState entry={entry} />
      {mayEdit && <InvitationForms user={{ id, name }} entry={entry} {...inviting} />}
    </>
  );
}
