import { ButtonForm } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { State } from "@/components/ui/state";
import { handedOver } from "@/db/vocabulary";
import type { Entry } from "@/lib/access/entry";
import type { Held } from "@/lib/bulks/held";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { InvitationForms } from "./invitation-forms";
import { LinkMaker } from "./link-maker";

type Props = {
  user: { id: number; name: string; isActive: boolean };
  entry: Entry;
  hasMail: boolean;
  /** Whether a link to choose their password may be shown; anybody else has it sent. */
  mayHoldLink: boolean;
  /** What they are in charge of, for who may hand it over. */
  held?: Held;
  /** Who asks: they end their other sessions from their own page. */
  isThis: boolean;
  actions: Record<"activate" | "deactivate" | "endAll" | "invite" | "mail" | "uninvite", FormAction>;
};

/** How somebody gets in, and how they stop getting in. */
export function UserEntry({ user: { id, name, isActive }, entry, hasMail, mayHoldLink, held, isThis, actions }: Props) {
  const kinds = handedOver.filter((list) => held && held[list] > 0);
  return (
    <>
      <section>
        <div className="section-head">
          <h2>{t("users.access")}</h2>
        </div>
        {isActive && !entry.hasPassword && (
          <p>
            <EntryState entry={entry} />
          </p>
        )}
        {isActive && <InvitationForms user={{ id, name }} entry={entry} hasMail={hasMail} actions={actions} />}
        {isActive && (mayHoldLink ? <LinkMaker action={actions.invite} hidden={{ id }} /> : <p className="soft">{t("users.link_is_administrators")}</p>)}
      </section>
      <section className="section">
        {held && (
          <p>
            {kinds.length === 0
              ? t("users.holds_nothing")
              : t("users.holds", { fields: kinds.map((list) => t(`users.held.${list}`, { count: held[list] })).join(", ") })}
          </p>
        )}
        <div className="bar">
          {kinds.length > 0 && <ButtonLink href={`/settings/users/${id}/handover`}>{t("users.hand_over")}</ButtonLink>}
          {kinds.length > 0 && isActive && <ButtonLink href={`/settings/users/${id}/handover?deactivate`}>{t("users.hand_over_and_deactivate")}</ButtonLink>}
          {isActive && entry.hasPassword && !isThis && (
            <ButtonForm action={actions.endAll} id="end-all" hidden={{ id }}>
              <Button>{t("users.end_their_sessions")}</Button>
            </ButtonForm>
          )}
          <ButtonForm action={isActive ? actions.deactivate : actions.activate} id="entry" hidden={{ id }}>
            <Button look={isActive ? "danger" : "plain"}>{isActive ? t("users.deactivate") : t("users.activate")}</Button>
          </ButtonForm>
        </div>
      </section>
    </>
  );
}

/** Of somebody who never came in. */
export function EntryState({ entry: { hasLink } }: { entry: Entry }) {
  return <State tone={hasLink ? "wait" : "none"}>{t(`users.states.${hasLink ? "invited" : "waiting"}`)}</State>;
}
