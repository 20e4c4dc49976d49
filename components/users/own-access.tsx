import { ButtonForm, Form } from "@/components/forms/form";
import { PasswordField } from "@/components/forms/text-fields";
import type { KeyGroup } from "@/components/layout/key-groups";
import { KeyList } from "@/components/layout/key-list";
import { KeySwitch } from "@/components/layout/key-switch";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { Table } from "@/components/ui/table";
import { formatInstant } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/keys";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";

import { CalendarFeed } from "./calendar-feed";
import { LanguageField } from "./language-field";

type Session = { createdAt: number; lastSeenAt: number; ip: string | null; agent: string | null; isThis: boolean };
type Props = {
  name: string;
  locale: Locale;
  /** Undefined for who sees this as somebody else: whence a person comes in is theirs alone. */
  sessions: Session[] | undefined;
  /** Where their calendar is read elsewhere, if they make such an address; undefined for who may not. */
  feed: { createdAt: number } | null | undefined;
  keys: KeyGroup[];
  actions: Record<"speak" | "change" | "endOthers" | "makeFeed" | "endFeed", FormAction>;
  done: "language_saved" | "password_changed" | "sessions_ended" | undefined;
};

export function OwnAccess({ name, locale, sessions, feed, keys, actions, done }: Props) {
  return (
    <main>
      <title>{`${t("users.me")} · ${t("app.name")}`}</title>
      {done && <Notice>{t(`users.${done}`)}</Notice>}
      <PageHead help={t("help.me")} title={t("users.me")} soft={name} />
      <section>
        <Form action={actions.speak} id="language">
          <LanguageField initial={locale} />
          <div className="bar">
            <Button>{t("users.save_language")}</Button>
          </div>
        </Form>
      </section>
      <section className="section">
        <h2>{t("users.change_password")}</h2>
        <p className="soft">{t("users.change_password_hint")}</p>
        <Form action={actions.change} id="password">
          <PasswordField name="currentPassword" label={t("login.current_password")} required />
          <PasswordField
            name="password"
            label={t("login.new_password")}
            hint={t("login.new_password_hint", { min: 12 })}
            autoComplete="new-password"
            required
          />
          <div className="bar">
            <Button look="main">{t("users.change_password")}</Button>
          </div>
        </Form>
      </section>
      <section>
        <div className="section-head">
          <h2>{t("users.sessions")}</h2>
          {sessions && sessions.length > 1 && (
            <ButtonForm action={actions.endOthers} id="sessions">
              <Button>{t("users.end_other_sessions")}</Button>
            </ButtonForm>
          )}
        </div>
        {sessions ? <Sessions sessions={sessions} /> : <p className="soft">{t("access.seeing.private")}</p>}
      </section>
      {feed !== undefined && (
        <section className="section" id="calendar">
          <h2>{t("calendar.subscribe")}</h2>
          {sessions ? <CalendarFeed feed={feed} actions={actions} /> : <p className="soft">{t("access.seeing.private")}</p>}
        </section>
      )}
      <section className="section" id="keys">
        <h2>{t("forms.keys.title")}</h2>
        <p className="soft">{t("forms.keys.hint")}</p>
        <KeySwitch label={t("forms.keys.use")} />
        <KeyList groups={keys} />
      </section>
    </main>
  );
}

function Sessions({ sessions }: { sessions: Session[] }) {
  return (
    <Table
      label={t("users.sessions")}
      columns={[
        { key: "place", label: t("users.session_place"), phone: "title" },
        { key: "since", label: t("users.session_since"), kind: "soft", phone: "label" },
        { key: "seen", label: t("users.fields.last_seen"), kind: "soft", phone: "label" },
      ]}
      rows={sessions.map(({ createdAt, lastSeenAt, ip, agent, isThis }) => ({
        key: `${createdAt} ${ip} ${agent} ${lastSeenAt}`,
        cells: [
          <span key="place">{isThis ? t("users.this_session") : [agent, ip].filter(Boolean).join(", ")}</span>,
          formatInstant(createdAt),
          formatInstant(lastSeenAt),
        ],
      }))}
    />
  );
}
