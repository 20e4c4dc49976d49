import { ButtonForm } from "@/components/forms/form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { whenText } from "@/lib/activities/when";
import { formatInstant } from "@/lib/i18n/format";
import { t } from "@/lib/i18n/words";
import type { NoticeRow } from "@/lib/notices/queries";
import type { FormAction } from "@/lib/web/form-state";

type Props = { page: { rows: NoticeRow[]; next?: string; previous?: string }; isPrivate: boolean; read: FormAction };

const path = "/notices";

/** What one is told, the newest first. */
export function NoticesPage({ page, isPrivate, read }: Props) {
  const unread = page.rows.filter(({ readAt }) => readAt === null).length;
  return (
    <main>
      <title>{`${t("notices.title")} · ${t("app.name")}`}</title>
      <PageHead
        help={t("help.notices")}
        title={t("notices.title")}
        soft={unread > 0 && t("notices.unread", { count: unread })}
        actions={unread > 0 && <Read read={read} />}
      />
      {isPrivate && <p className="soft">{t("access.seeing.private")}</p>}
      {page.rows.length === 0 && !isPrivate && <EmptyState title={t("notices.empty")}>{t("notices.empty_hint")}</EmptyState>}
      {page.rows.map((notice) => (
        <Line key={notice.id} notice={notice} read={read} />
      ))}
      <Pager previous={page.previous && `${path}?cursor=${page.previous}`} next={page.next && `${path}?cursor=${page.next}`} />
    </main>
  );
}

function Line({ notice, read }: { notice: NoticeRow; read: FormAction }) {
  const { id, kind, subject, account, href, said, createdAt, readAt } = notice;
  const { activity } = subject ?? {};
  const words = kind === "mention" && activity?.notes !== subject?.label ? activity?.notes : undefined;
  return (
    <div className={readAt === null ? "line work unread" : "line work"}>
      <div>
        <p>
          {t(`notices.kinds.${kind}`, { ...said, actor: notice.actor ?? t("notices.somebody") })} <Subject notice={notice} />
        </p>
        {words && <p className="prewrap">{words}</p>}
        <small>
          {account && <a href={account.href}>{account.label}</a>} {kind === "reminder" && activity && whenText(activity)} {formatInstant(createdAt)}
        </small>
      </div>
      {readAt === null && <Read read={read} id={id} about={subject?.label ?? href ?? ""} />}
    </div>
  );
}

/** Named by what the reader sees of it now, or not at all. */
function Subject({ notice: { subject, subjectKind, href } }: { notice: NoticeRow }) {
  if (subject?.href)
    return <a href={subject.href}>{subject.activity ? `${t(`activities.kinds.${subject.activity.kind}`)}: ${subject.label}` : subject.label}</a>;
  if (href) return <a href={href}>{t("app.see_all")}</a>;
  return subjectKind === null ? null : <span className="soft">{t("notices.gone")}</span>;
}

function Read({ read, id, about }: { read: FormAction; id?: number; about?: string }) {
  return (
    <ButtonForm action={read} id={id === undefined ? "read-all" : `read-${id}`} hidden={id === undefined ? {} : { id }}>
      <Button icon="check" aria-label={id === undefined ? undefined : `${t("notices.read_one")}: ${about}`}>
        {id === undefined ? t("notices.read_all") : t("notices.read_short")}
      </Button>
    </ButtonForm>
  );
}
