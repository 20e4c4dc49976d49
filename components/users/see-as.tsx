import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Props = { user: { id: number; name: string }; hint: string; action: FormAction };

/** Leads into the product as this person sees it. */
export function SeeAs({ user: { id, name }, hint, action }: Props) {
  return (
    <section className="section">
      <p className="soft">{hint}</p>
      <div className="bar">
        <ButtonForm action={action} id="see-as" hidden={{ id }}>
          <Button look="plain">{t("access.see_as", { name })}</Button>
        </ButtonForm>
      </div>
    </section>
  );
}
