import type { ReactNode } from "react";
import { ActivityTimeline } from "@/components/activities/activity-timeline";
import { ReachButtons } from "@/components/activities/reach-buttons";
import { ButtonForm } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { Menu } from "@/components/ui/menu";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Mark } from "@/components/ui/tag";
import type { ActivityRow } from "@/lib/activities/queries";
import { t } from "@/lib/i18n/words";
import type { ToldMail } from "@/lib/mail/queries";
import type { Prospect } from "@/lib/prospects/queries";
import type { FormAction } from "@/lib/web/form-state";
import { FollowUpForm, type Pending } from "./follow-up-form";
import { ProspectFacts, type ProspectNames } from "./prospect-facts";
import { SignalState } from "./signal-state";

type Option = { value: number; label: string };
type Props = {
  prospect: Prospect;
  names: ProspectNames;
  activities: ActivityRow[];
  mails: ToldMail[];
  pending: Pending[];
  reasons: Option[];
  today: string;
  may: { edit: boolean; assign: boolean; delete: boolean; followUp: boolean; reopen: boolean; quote: boolean; convert: boolean; undoConvert: boolean };
  actions: Record<"followUp" | "trash" | "reopen" | "convert" | "undoConvert", FormAction>;
  files: ReactNode;
  /** Missing for whoever may not write from here. */
  mailHref?: string;
};

export function ProspectPage({ prospect, names, activities, mails, pending, reasons, today, may, actions, files, mailHref }: Props) {
  const { id, number, companyName, personName, colorBackground, phoneE164 } = prospect;
  const title = companyName ?? personName;
  const state = <SignalState facts={prospect} today={today} reason={names.lostReason} />;
  const isForgotten = prospect.signal === "no_action" && may.followUp;
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.prospect")}
        link={`/prospects/${id}`}
        title={
          <>
            <Mark color={colorBackground} />
            {title}
          </>
        }
        soft={
          <>
            {t("prospects.fields.number")} {number} · {state}
          </>
        }
        crumbs={[{ href: "/prospects", label: t("prospects.title") }, { label: String(number) }]}
        more={<More id={id} may={may} actions={actions} />}
        actions={may.quote && <Create id={id} />}
      />
      <div className="bar tools">
        <ReachButtons name={personName} phoneE164={phoneE164} />
        {mailHref && (
          <ButtonLink href={mailHref} icon="mail">
            {t("mails.send")}
          </ButtonLink>
        )}
      </div>
      <div className="columns">
        <div>
          {isForgotten && <Notice tone="soon">{t("prospects.no_next_action_hint")}</Notice>}
          {may.followUp && (
            <details className="unfolds" open={isForgotten}>
              <summary className={isForgotten ? "button plain" : "button main"}>{t("prospects.add_follow_up")}</summary>
              <FollowUpForm action={actions.followUp} prospectId={id} reasons={reasons} pending={pending} mayQuote={may.quote} />
            </details>
          )}
          <ActivityTimeline activities={activities} mails={mails} />
          {files}
        </div>
        <ProspectFacts prospect={prospect} names={names} />
      </div>
    </main>
  );
}

function More({ id, may, actions }: { id: number } & Pick<Props, "may" | "actions">) {
  return (
    <>
      {may.edit && (
        <ButtonLink href={`/prospects/${id}/edit`} icon="pencil">
          {t("app.edit")}
        </ButtonLink>
      )}
      <ButtonLink href={`/prospects/${id}/pdf`}>{t("prospects.follow_up_pdf")}</ButtonLink>
      {may.assign && <ButtonLink href={`/prospects/${id}/owner`}>{t("prospects.leads.change")}</ButtonLink>}
      {may.convert && (
        <ButtonForm action={actions.convert} id="convert" hidden={{ id }}>
          <Button>{t("prospects.convert")}</Button>
        </ButtonForm>
      )}
      {may.undoConvert && (
        <ButtonForm action={actions.undoConvert} id="undo-convert" hidden={{ id }}>
          <Button>{t("prospects.undo_conversion")}</Button>
        </ButtonForm>
      )}
      {may.reopen && (
        <ButtonForm action={actions.reopen} id="reopen" hidden={{ id }}>
          <Button>{t("prospects.reopen")}</Button>
        </ButtonForm>
      )}
      {may.delete && (
        <ButtonForm action={actions.trash} id="trash" hidden={{ id }}>
          <Button look="quiet">{t("app.delete")}</Button>
        </ButtonForm>
      )}
    </>
  );
}

function Create({ id }: { id: number }) {
  return (
    <Menu label={t("app.create")}>
      <a href={`/quotes/new?prospect=${id}`}>{t("documents.kinds.quote.one")}</a>
      <a href={`/activities/new?prospect=${id}`}>{t("activities.one")}</a>
    </Menu>
  );
}
