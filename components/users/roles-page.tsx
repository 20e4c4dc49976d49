import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import type { Module } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { ProfileRow, RoleRow } from "@/lib/scheme/queries";
import type { GroupRow } from "@/lib/users/queries";
import type { FormAction } from "@/lib/web/form-state";
import { PresetForm } from "./preset-form";
import { ProfileTable } from "./profile-table";

/** `applyPreset` is missing for whoever may only look. */
type Props = { off: readonly Module[]; roles: RoleRow[]; profiles: ProfileRow[]; groups: GroupRow[]; applyPreset?: FormAction };

/** Who stands below whom, what each profile may do, and who shares with whom. */
export function RolesPage({ off, roles, profiles, groups, applyPreset }: Props) {
  const mayConfigure = applyPreset !== undefined;
  return (
    <main>
      <title>{`${t("users.roles_and_profiles")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.roles")}
        title={t("users.roles_and_profiles")}
        crumbs={[{ href: "/settings", label: t("settings.title") }, { label: t("users.roles_and_profiles") }]}
      />
      <section>
        <div className="section-head">
          <h2>{t("users.roles")}</h2>
          {mayConfigure && (
            <ButtonLink href="/settings/roles/new" icon="plus">
              {t("users.new_role")}
            </ButtonLink>
          )}
        </div>
        <p className="soft">{t("users.role_hint")}</p>
        <RoleTree roles={roles} mayConfigure={mayConfigure} />
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
      {applyPreset && (
        <section>
          <div className="section-head">
            <h2>{t("users.profiles")}</h2>
            <ButtonLink href="/settings/profiles/new" icon="plus">
              {t("users.new_profile")}
            </ButtonLink>
          </div>
          <p className="soft">{t("users.profile_hint")}</p>
          <PresetForm action={applyPreset} />
        </section>
      )}
      {profiles.map((profile) => (
        <ProfileTable off={off} key={profile.id} profile={profile} mayConfigure={mayConfigure} />
      ))}
    </main>
  );
}

function RoleTree({ roles, mayConfigure, depth = 0 }: { roles: RoleRow[]; mayConfigure: boolean; depth?: number }) {
  const starts = roles.flatMap((role, place) => (role.depth === depth ? [place] : []));
  return (
    <ul className="tree">
      {starts.map((start, which) => {
        const { id, name, people } = roles[start]!;
        const inside = roles.slice(start + 1, starts[which + 1]);
        return (
          <li key={id}>
            {mayConfigure ? <a href={`/settings/roles/${id}`}>{name}</a> : name} <small className="soft">{t("users.people", { count: people })}</small>
            {inside.length > 0 && <RoleTree roles={inside} mayConfigure={mayConfigure} depth={depth + 1} />}
          </li>
        );
      })}
    </ul>
  );
}

function Groups({ groups, mayConfigure }: { groups: GroupRow[]; mayConfigure: boolean }) {
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
