import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import type { Entry } from "@/lib/access/entry";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

type Props = { user: { id: number; name: string }; entry: Entry; hasMail: boolean; actions: Record<"mail" | "uninvite", FormAction> };

/** The link to choose a password: by mail where there is a server, and taken back while it is good. */
export function InvitationForms({ user: { id, name }, entry: { hasPassword, hasLink }, hasMail, actions }: Props) {
  const label = hasPassword ? t("users.link_by_mail") : hasLink ? t("users.invitation_again") : t("users.invitation");
  if (!hasMail && !hasLink) return null;
  return (
    <div className="bar">
      {hasMail && (
        <ButtonForm action={actions.mail} id={`mail-${id}`} hidden={{ id }}>
          <Button aria-label={`${label}: ${name}`}>{label}</Button>
        </ButtonForm>
      )}
      {hasLink && (
        <ButtonForm action={actions.uninvite} id={`uninvite-${id}`} hidden={{ id }}>
          <Button look="quiet" aria-label={`${t("users.cancel_invitation")}: ${name}`}>
            {t("users.cancel_invitation")}
          </Button>
        </ButtonForm>
      )}
    </div>
  );
}
