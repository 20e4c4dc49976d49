import { Form } from "@/components/forms/form";
import { TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

/** The way out of an example: its name typed, and nothing of it is left. */
export function LeaveExample({ name, isExample, action }: { name: string; isExample: boolean; action: FormAction }) {
  const title = t("setup.for_real");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.example")} title={title} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      {isExample ? (
        <>
          <p>{t("setup.for_real_intro", { name })}</p>
          <Form action={action}>
            <TextField name="name" label={t("setup.for_real_name")} hint={t("setup.for_real_name_hint", { name })} autoComplete="off" required />
            <p className="bar">
              <Button look="danger">{t("setup.for_real_submit")}</Button>
            </p>
          </Form>
        </>
      ) : (
        <p>{t("setup.for_real_own")}</p>
      )}
    </main>
  );
}
