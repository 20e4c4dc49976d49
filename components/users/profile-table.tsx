import { ButtonLink } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { type Module, modules, reaches } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { ProfileRow } from "@/lib/scheme/queries";

type Props = { profile: ProfileRow; off: readonly Module[]; mayConfigure: boolean };

/** One row per module that is on: under each reach the verbs that go that far. */
export function ProfileTable({ profile: { id, name, hiddenFields, grants }, off, mayConfigure }: Props) {
  const told = grants.filter(({ module }) => !off.includes(module));
  const held = modules.filter((module) => told.some((grant) => grant.module === module));
  const used = reaches.filter((reach) => told.some((grant) => grant.reach === reach));
  const verbs = (module: string, reach: string) =>
    grants
      .filter((grant) => grant.module === module && grant.reach === reach)
      .map(({ verb }) => t(`access.verbs.${verb}`))
      .join(", ");
  return (
    <section>
      <div className="section-head">
        <h2>{`${t("users.profile")}: ${name}`}</h2>
        {mayConfigure && <ButtonLink href={`/settings/profiles/${id}`}>{t("users.edit_profile")}</ButtonLink>}
      </div>
      <p className="soft">{hiddenText(hiddenFields)}</p>
      <Table
        label={name}
        columns={[
          { key: "module", label: t("users.module"), phone: "title" },
          ...used.map((reach) => ({ key: reach, label: t(`access.reaches.${reach}`), phone: "label" as const })),
        ]}
        rows={held.map((module) => ({ key: module, cells: [t(`access.modules.${module}`), ...used.map((reach) => verbs(module, reach))] }))}
      />
    </section>
  );
}

function hiddenText(fields: ProfileRow["hiddenFields"]): string {
  if (fields.length === 0) return t("users.nothing_hidden");
  return t("users.hides", { fields: fields.map((field) => t(`access.hidden_fields.${field}`).toLowerCase()).join(", ") });
}
