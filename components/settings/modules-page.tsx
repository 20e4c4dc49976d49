import { CheckboxField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { Form } from "@/components/forms/form";
import { FormEnd } from "@/components/forms/form-end";
import { PageHead } from "@/components/ui/page-head";
import { lastingModules, type Module, type Purpose, type SwitchableModule } from "@/db/vocabulary";
import { listed } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import { moduleGroups, modulesFor, needs, othersThan, purposeOf } from "@/lib/modules/rules";
import type { FormAction } from "@/lib/web/form-state";
import { PurposeLinks } from "./purpose-links";

type Held = Record<SwitchableModule, number>;
type Props = {
  off: readonly SwitchableModule[];
  version: number;
  /** The purpose whose modules are ticked in place of the company's own, until it is saved. */
  proposed?: Purpose;
  held: Held;
  /** Up to so many were counted. */
  most: number;
  action: FormAction;
};

/** What the company uses of the program: ready answers on top, then module by module what it is for and what it holds. */
export function ModulesPage({ off, version, proposed, held, most, action }: Props) {
  const title = t("modules.title");
  const on = othersThan(off);
  const ticked = proposed ? modulesFor[proposed] : on;
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.modules")} title={title} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      <p>{t("modules.intro")}</p>
      <PurposeLinks now={purposeOf(on)} />
      {proposed && <Proposal purpose={proposed} on={on} held={held} most={most} />}
      <Form key={proposed} action={action} version={version}>
        {moduleGroups.map(({ name, modules }) => (
          <FieldGroup key={name} legend={t(`modules.groups.${name}`)} section>
            {modules.map((module) => (
              <CheckboxField
                key={module}
                name={module}
                label={t(`access.modules.${module}`)}
                hint={`${[t(`modules.for.${module}`), needText(module)].filter(Boolean).join(" ")} · ${heldText(held[module], most)}`}
                initial={ticked.includes(module)}
              />
            ))}
          </FieldGroup>
        ))}
        <p className="soft">{t("modules.always", { names: namesOf(lastingModules) })}</p>
        <FormEnd back="/settings" />
      </Form>
    </main>
  );
}

function Proposal({ purpose, on, held, most }: { purpose: Purpose; on: readonly SwitchableModule[] } & Pick<Props, "held" | "most">) {
  const wanted = modulesFor[purpose];
  const gone = on.filter((module) => !wanted.includes(module));
  const back = wanted.filter((module) => !on.includes(module));
  const said = t(gone.length + back.length === 0 ? "modules.proposed_same" : "modules.proposed", { purpose: t(`modules.purposes.${purpose}`) });
  const counted = gone.map((module) => `${t(`access.modules.${module}`)} (${heldText(held[module], most).toLocaleLowerCase()})`);
  return (
    <div role="status" className="section">
      <p>
        <b>{said}</b>
      </p>
      {gone.length > 0 && <p>{t("modules.will_vanish", { names: listed(counted) })}</p>}
      {back.length > 0 && <p>{t("modules.will_return", { names: namesOf(back) })}</p>}
    </div>
  );
}

function needText(module: SwitchableModule): string | undefined {
  const needed = needs[module];
  return needed && t("modules.needs", { needed: t(`access.modules.${needed}`) });
}

function heldText(count: number, most: number): string {
  return count > most ? t("modules.holds_more", { count: most }) : t("modules.holds", { count });
}

function namesOf(modules: readonly Module[]): string {
  return listed(modules.map((module) => t(`access.modules.${module}`)));
}
