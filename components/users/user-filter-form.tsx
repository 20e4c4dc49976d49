import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { t } from "@/lib/i18n/words";
import type { Option } from "@/lib/settings/queries";
import type { UserFilters } from "@/lib/users/filters";

export type Choices = Record<"roles" | "profiles" | "groups", Option[]>;

export function UserFilterForm({ path, filters, choices }: { path: string; filters: UserFilters; choices: Choices }) {
  const { q, state, role, profile, group, sort } = filters;
  const applied = [q, role, profile, group].filter(Boolean).length;
  return (
    <Filters action={path} applied={applied} keep={{ state, sort: sort === "usual" ? undefined : sort }}>
      <FilterText name="q" label={t("app.search")} value={q} placeholder={t("users.search_hint")} />
      <FilterSelect name="role" label={t("users.fields.role")} value={role} options={choices.roles} />
      <FilterSelect name="profile" label={t("users.profile")} value={profile} options={choices.profiles} />
      {choices.groups.length > 0 && <FilterSelect name="group" label={t("users.group")} value={group} options={choices.groups} />}
    </Filters>
  );
}
