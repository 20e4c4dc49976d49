import { ButtonForm, Form } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { dayOf } from "@/lib/core/dates";
import { current } from "@/lib/i18n/current";
import { formatDate } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { FormAction } from "@/lib/web/form-state";
import { LinkShown } from "./link-shown";

type Props = { feed: { createdAt: number } | null; actions: Record<"makeFeed" | "endFeed", FormAction> };

/** The address by which one's own calendar is read elsewhere: made, changed, taken back. */
export function CalendarFeed({ feed, actions }: Props) {
  return (
    <>
      <p className="soft">{t("calendar.subscribe_hint")}</p>
      {feed && <p>{t("calendar.feed_since", { date: formatDate(dayOf(feed.createdAt, current().zone)) })}</p>}
      <Form action={actions.makeFeed} id="feed" className="stack">
        <LinkShown label={t("calendar.feed")} hint={t("calendar.feed_hint")} copy={t("users.copy_link")} copied={t("users.copied")} />
        <div className="bar">
          <Button icon="link">{feed ? t("calendar.renew_feed") : t("calendar.make_feed")}</Button>
        </div>
      </Form>
      {feed && (
        <ButtonForm action={actions.endFeed} id="end-feed">
          <Button look="danger">{t("calendar.end_feed")}</Button>
        </ButtonForm>
      )}
    </>
  );
}
