import { Form } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { type Column, type Row, Table } from "@/components/ui/table";
import { t } from "@/lib/i18n/words";
import { type AskedModule, declaredOf, ruleKey } from "@/lib/required/rules";
import { moduleText } from "@/lib/required/text";
import type { FormAction } from "@/lib/web/form-state";
import { RequiredTick } from "./required-tick";

type Props = { action: FormAction; modules: AskedModule[]; rules: readonly string[]; version: number };

/** Which fields may not stay empty: a table per module, a box per kind. What the product needs itself is ticked for good. */
export function RequiredPage({ action, modules, rules, version }: Props) {
  const title = t("required.title");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.required")} title={title} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      <p className="soft">{t("required.intro")}</p>
      <nav className="bar" aria-label={title}>
        {modules.map((module) => (
          <a key={module} href={`#required-${module}`}>
            {moduleText(module)}
          </a>
        ))}
      </nav>
      <Form action={action} version={version}>
        {modules.map((module) => (
          <div key={module}>
            <div className="section-head">
              <h2 id={`required-${module}`}>{moduleText(module)}</h2>
              {module === "accounts" && <p className="soft">{t("required.supplier_hint")}</p>}
            </div>
            <Table label={moduleText(module)} columns={columnsOf(module)} rows={rowsOf(module, rules)} scrolls />
          </div>
        ))}
        <div className="bar">
          <Button look="main">{t("app.save")}</Button>
        </div>
      </Form>
    </main>
  );
}

function columnsOf(module: AskedModule): Column[] {
  const kinds = Object.entries(declaredOf(module).kinds);
  const phone = kinds.length === 1 ? "end" : "label";
  return [{ key: "field", label: t("required.field"), phone: "title" }, ...kinds.map(([key, label]) => ({ key, label: t(label), phone }) as const)];
}

function rowsOf(module: AskedModule, rules: readonly string[]): Row[] {
  const { kinds, fixed, fields } = declaredOf(module);
  const always = Object.entries(fixed).map(([field, label]) => ({
    key: field,
    cells: [t(label), ...Object.entries(kinds).map(([kind, name]) => <Locked key={kind} label={t("required.tick", { field: t(label), kind: t(name) })} />)],
  }));
  const asked = Object.entries(fields).map(([field, label]) => ({
    key: field,
    cells: [
      t(label),
      ...Object.entries(kinds).map(([kind, name]) => {
        const key = ruleKey(module, kind, field);
        return <RequiredTick key={kind} value={key} label={t("required.tick", { field: t(label), kind: t(name) })} isOn={rules.includes(key)} />;
      }),
    ],
  }));
  return [...always, ...asked];
}

function Locked({ label }: { label: string }) {
  return (
    <label className="option">
      <input type="checkbox" defaultChecked disabled />
      <span className="visually-hidden">{label}</span> <small>{t("required.always")}</small>
    </label>
  );
}
