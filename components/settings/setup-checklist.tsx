import { ButtonForm } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { Progress } from "@/components/ui/progress";
import { State, type Tone } from "@/components/ui/state";
import { t } from "@/lib/i18n/words";
import { type CompanyDatum, progressOf, type SetupStep, type Step } from "@/lib/setup/rules";
import type { FormAction } from "@/lib/web/form-state";

type Props = { steps: Step[]; missing: CompanyDatum[]; settle: FormAction };

/** What a new company does first, in order: each step with what it is for, whether it is done, and the way to it. */
export function SetupChecklist({ steps, missing, settle }: Props) {
  const title = t("setup.checklist");
  const { done, total, next } = progressOf(steps);
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.setup")} title={title} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      <Progress label={t("setup.checklist_progress", { done, total })} value={done} max={total} note={next ? undefined : t("setup.checklist_done")} />
      {steps.map((step, place) => (
        <StepLine key={step.name} step={step} place={place + 1} isNext={step.name === next} lacks={lackOf(step, missing)} settle={settle} />
      ))}
    </main>
  );
}

type LineProps = { step: Step; place: number; isNext: boolean; lacks?: string; settle: FormAction };

function StepLine({ step: { name, state }, place, isNext, lacks, settle }: LineProps) {
  const title = t(`setup.steps.${name}.name`);
  return (
    <div className="line work step" aria-current={isNext ? "step" : undefined}>
      <div>
        <State tone={isNext ? "soon" : tones[state]}>{t(`setup.step_states.${isNext ? "next" : state}`)}</State>
        <br />
        <h2 className="who">
          <a href={addresses[name]}>{`${place}. ${title}`}</a>
        </h2>
        <small>{t(`setup.steps.${name}.for`)}</small>
        {name === "sharing" && (
          <small>
            {t("setup.modules_too")} <a href="/settings/modules">{t("modules.title")}</a>
          </small>
        )}
        {lacks && <small>{lacks}</small>}
        {name === "picklists" && (
          <small>
            {t("required.in_setup")} <a href="/settings/required">{t("required.title")}</a>
          </small>
        )}
      </div>
      {state === "open" && (
        <div className="bar">
          <ButtonForm action={settle} id={`settle-${name}`} hidden={{ step: name }}>
            <Button look="quiet" aria-label={t("setup.settle_of", { step: title })}>
              {t("setup.settle")}
            </Button>
          </ButtonForm>
          {isNext && (
            <ButtonLink look="main" href={addresses[name]} aria-label={t("setup.go_to", { step: title })}>
              {t("setup.go_on")}
            </ButtonLink>
          )}
        </div>
      )}
    </div>
  );
}

/** What would make the step done; of the company also where somebody was content without it. */
function lackOf({ name, state }: Step, missing: CompanyDatum[]): string | undefined {
  if (name === "sharing" || state === "done" || (state === "settled" && name !== "company")) return undefined;
  if (name !== "company") return t(`setup.steps.${name}.open`);
  return t("setup.steps.company.open", { what: missing.map((datum) => t(`setup.data.${datum}`)).join(", ") });
}

const tones = { done: "good", settled: "good", open: "none" } as const satisfies Record<Step["state"], Tone>;

const addresses: Record<SetupStep, string> = {
  sharing: "/settings/roles",
  roles: "/settings/roles",
  users: "/settings/users",
  company: "/settings/company",
  picklists: "/settings/lists",
  accounts: "/accounts",
  contacts: "/contacts",
  prospects: "/prospects",
};
