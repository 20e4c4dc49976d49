import type { ReactNode } from "react";
import { ReachButtons } from "@/components/activities/reach-buttons";
import { RowsForm } from "@/components/forms/form";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { State } from "@/components/ui/state";
import { dayOfStart, doneDay, timeText } from "@/lib/activities/when";
import { fullName } from "@/lib/contacts/rules";
import { formatDate, longDateWithWeekday, relativeDay } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { DayLine, Some, Waiting } from "@/lib/today/queries";
import type { FormAction } from "@/lib/web/form-state";

type Props = {
  overdue: Some<DayLine>;
  today: Some<DayLine>;
  waiting: Some<Waiting>;
  date: string;
  userId: number;
  complete: FormAction;
  mayAdd: boolean;
  mayFollowUp: boolean;
};

/** What is late, what is for today, and whom nobody remembers: all one needs between two visits. */
export function MyDay({ overdue, today, waiting, date, userId, complete, mayAdd, mayFollowUp }: Props) {
  const isClear = overdue.rows.length + today.rows.length + waiting.rows.length === 0;
  return (
    <main>
      <title>{`${t("menu.today")} · ${t("app.name")}`}</title>
      <PageHead help={t("help.today")} title={t("menu.today")} soft={longDateWithWeekday(date)} />
      {isClear && (
        <EmptyState title={t("activities.your_day_is_clear")} actions={mayAdd && <ButtonLink href="/prospects/new">{t("prospects.new")}</ButtonLink>}>
          {(mayAdd || mayFollowUp) && t("activities.your_day_hint")}
        </EmptyState>
      )}
      <RowsForm action={complete} id="done" each="id" hidden={{ from: "today" }}>
        {overdue.rows.length > 0 && (
          <section className="section">
            <h2 className="late-money">{t("activities.overdue_count", { count: countOf(overdue) })}</h2>
            {overdue.rows.map((line) => (
              <Line key={line.id} line={line} state={<State tone="late">{capital(relativeDay(dayOfStart(line), date))}</State>} />
            ))}
            <Rest of={overdue} heading={t("activities.overdue")} href="/activities?state=overdue" />
          </section>
        )}
        {today.rows.length > 0 && (
          <section className="section">
            <h2>{t("activities.today_count", { count: countOf(today) })}</h2>
            {today.rows.map((line) => (
              <Line key={line.id} line={line} state={<State tone="soon">{timeText(line) ?? t("activities.all_day")}</State>} />
            ))}
            <Rest of={today} heading={t("activities.today")} href="/activities?state=today" />
          </section>
        )}
      </RowsForm>
      {waiting.rows.length > 0 && (
        <section className="section">
          <h2>{t("activities.without_next_count", { count: countOf(waiting) })}</h2>
          {waiting.rows.map((prospect) => (
            <Forgotten key={prospect.id} prospect={prospect} mayFollowUp={mayFollowUp} />
          ))}
          <Rest of={waiting} heading={t("activities.without_next")} href={`/prospects?signal=no_action&owner=${userId}`} />
        </section>
      )}
    </main>
  );
}

function countOf({ rows, hasMore }: Some<unknown>): string {
  return `${rows.length}${hasMore ? "+" : ""}`;
}

/** The way to what does not fit here. */
function Rest({ of, heading, href }: { of: Some<unknown>; heading: string; href: string }) {
  if (!of.hasMore) return null;
  const words = t("activities.see_rest", { count: countOf(of) });
  return (
    <p>
      <a href={href} aria-label={`${words}: ${heading}`}>
        {words}
      </a>
    </p>
  );
}

function Line({ line, state }: { line: DayLine; state: ReactNode }) {
  const { name, href, phoneE164, address } = whoIs(line);
  return (
    <div className="line work">
      <div>
        {state}
        <br />
        <a className="who" href={href}>
          {name}
        </a>
        <small>
          {t(`activities.kinds.${line.kind}`)}: <a href={`/activities/${line.id}`}>{line.subject}</a>
        </small>
        {address && <small>{address}</small>}
      </div>
      <div className="bar">
        <ReachButtons name={name} phoneE164={phoneE164} address={address} />
        <Button icon="check" name="id" value={line.id} aria-label={t("activities.mark_done", { subject: line.subject })}>
          {t("activities.done_short")}
        </Button>
      </div>
    </div>
  );
}

function Forgotten({ prospect, mayFollowUp }: { prospect: Waiting; mayFollowUp: boolean }) {
  const { id, personName, companyName, phoneE164, lastContact, contactedOn } = prospect;
  const since = lastContact?.doneAt ? doneDay(lastContact, lastContact.doneAt) : contactedOn;
  return (
    <div className="line work">
      <div>
        <State tone="none">{t("activities.since", { date: formatDate(since) })}</State>
        <br />
        <a className="who" href={`/prospects/${id}`}>
          {companyName ?? personName}
        </a>
        {lastContact && <small>{t("activities.last_contact", { text: lastContact.text })}</small>}
      </div>
      <div className="bar">
        <ReachButtons name={companyName ?? personName} phoneE164={phoneE164} />
        {mayFollowUp && <ButtonLink href={`/prospects/${id}/follow-up`}>{t("prospects.follow_up")}</ButtonLink>}
      </div>
    </div>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function whoIs({ id, subject, prospect, account, contact }: DayLine) {
  const address = [account?.address, account?.city].filter(Boolean).join(", ") || undefined;
  const phoneE164 = contact?.phoneE164 ?? prospect?.phoneE164 ?? account?.phoneE164;
  if (prospect) return { name: prospect.companyName ?? prospect.personName, href: `/prospects/${prospect.id}`, phoneE164, address };
  if (account) return { name: account.name, href: `/accounts/${account.id}`, phoneE164, address };
  if (contact) return { name: fullName(contact), href: `/contacts/${contact.id}`, phoneE164, address };
  return { name: subject, href: `/activities/${id}`, phoneE164, address };
}
