import { Form } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { LinkShown } from "./link-shown";

/** Makes a one-time link and shows it in the answer. */
export function LinkMaker({ action, hidden }: { action: FormAction; hidden: Record<string, number> }) {
  return (
    <Form action={action} id="link" hidden={hidden} className="stack">
      <p className="soft">{t("users.link_intro")}</p>
      <LinkShown label={t("users.link")} hint={t("users.link_hint")} copy={t("users.copy_link")} copied={t("users.copied")} />
      <div className="bar">
        <Button icon="link">{t("users.make_link")}</Button>
      </div>
    </Form>
  );
}
