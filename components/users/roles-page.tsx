import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import { t } from "@/lib/i18n/words";
import type { GroupRow, listProfiles, listRoles } from "@/lib/users/queries";
import { ProfileTable } from "./profile-table";

type Props = { roles: ReturnType<typeof listRoles>; profiles: ReturnType<typeof listProfiles>; groups: GroupRow[]; mayConfigure: boolean };

/** Who stands below whom, what each profile may do, and who shares with whom. */
export function RolesPage({ roles, profiles, groups, mayConfigure }: Props) {
  return (
    <main>
      <title>{`${t("users.roles_and_profiles")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.roles")}
        title={t("users.roles_and_profiles")}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { label: t("users.roles_and_profiles") }]}
      />
      <section>
        <h2>{t("users.roles")}</h2>
        <p className="soft">{t("users.role_hint")}</p>
        <RoleTree roles={roles} />
      </section>
      <section>
        <div className="section-head">
          <h2>{t("users.groups")}</h2>
          {mayConfigure && (
            <ButtonLink href="/settings/groups/new" icon="plus">
              {t("users.new_group")}
            </ButtonLink>
          )}
        </div>
        {groups.length === 0 ? <EmptyState title={t("users.no_groups")} /> : <Groups groups={groups} mayConfigure={mayConfigure} />}
      </section>
      {profiles.map((profile) => (
        <ProfileTable key={profile.id} profile={profile} />
      ))}
    </main>
  );
}

function RoleTree({ roles, depth = 0 }: { roles: Props["roles"]; depth?: number }) {
  const starts = roles.flatMap((role, place) => (role.depth === depth ? [place] : []));
  return (
    <ul className="tree">
      {starts.map((start, which) => {
        const inside = roles.slice(start + 1, starts[which + 1]);
        return (
          <li key={roles[start]!.id}>
            {roles[start]!.name}
            {inside.length > 0 && <RoleTree roles={inside} depth={depth + 1} />}
          </li>
        );
      })}
    </ul>
  );
}

function Groups({ groups, mayConfigure }: Pick<Props, "groups" | "mayConfigure">) {
  return (
    <Table
      label={t("users.groups")}
      columns={[
        { key: "name", label: t("users.group"), phone: "title" },
        { key: "members", label: t("users.group_members"), phone: "line" },
      ]}
      rows={groups.map(({ id, name, members }) => ({
        key: id,
        cells: [
          mayConfigure ? (
            <a key="name" href={`/settings/groups/${id}`}>
              {name}
            </a>
          ) : (
            name
          ),
          members.map((member) => member.name).join(", ") || t("users.no_members"),
        ],
      }))}
    />
  );
}
