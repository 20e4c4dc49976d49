import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { LinkMaker } from "./link-maker";

type Props = { user: { id: number; isActive: boolean }; actions: Record<"activate" | "deactivate" | "invite", FormAction> };

/** How somebody gets in, and how they stop getting in. */
export function UserEntry({ user: { id, isActive }, actions }: Props) {
  return (
    <section>
      <div className="section-head">
        <h2>{t("users.access")}</h2>
      </div>
      {isActive && <LinkMaker action={actions.invite} hidden={{ id }} />}
      <div className="bar section">
        <ButtonForm action={isActive ? actions.deactivate : actions.activate} id="entry" hidden={{ id }}>
          <Button look={isActive ? "danger" : "plain"}>{isActive ? t("users.deactivate") : t("users.activate")}</Button>
        </ButtonForm>
      </div>
    </section>
  );
}
