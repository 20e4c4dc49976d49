import { Form } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Activity } from "@/lib/activities/queries";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { ExtentField } from "./extent-field";
import { type AskedMove, MoveForm } from "./move-form";

type Deeds = Partial<Record<"move" | "cancel" | "trash", FormAction>>;
type Props = { activity: Activity; deeds: Deeds; asked: { deed: unknown; move: AskedMove } };

/** The form of the deed the address names, on top of the page: when it is put off, and which times of what comes again are cancelled or thrown away. */
export function AskedDeed({ activity, deeds, asked }: Props) {
  const back = asked.move.calendar ? `/calendar${asked.move.calendar}` : `/activities/${activity.id}`;
  if (asked.deed === "move" && deeds.move) {
    return (
      <section className="sheet section" aria-label={t("activities.reschedule")}>
        <h2>{t("activities.reschedule")}</h2>
        <MoveForm action={deeds.move} activity={activity} asked={asked.move} back={back} />
      </section>
    );
  }
  const deed = (["cancel", "trash"] as const).find((name) => name === asked.deed);
  const action = deed && deeds[deed];
  if (!action) return null;
  const label = deed === "cancel" ? t("activities.cancel") : t("app.delete");
  return (
    <section className="sheet section" aria-label={label}>
      <h2>{label}</h2>
      <Form id={deed} action={action} hidden={{ id: activity.id }}>
        {activity.repetitionId !== null && <ExtentField />}
        <div className="bar">
          <Button look="danger">{label}</Button>
          <ButtonLink href={back} look="quiet">
            {t("app.back")}
          </ButtonLink>
        </div>
      </Form>
    </section>
  );
}
