import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { t } from "@/lib/i18n/words";
import type { Hit, HitGroup } from "@/lib/search/everything";

type Props = {
  text: string;
  groups: HitGroup[];
  /** Of one kind: from its beginning, where this is not it, and how it goes on. */
  pages?: { first?: string; next?: string };
};

export function SearchPage({ text, groups, pages }: Props) {
  const title = t("search.title");
  return (
    <main>
      <title>{`${text || title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.search")} title={title} />
      <search>
        <form className="bar" action="/search" method="get">
          <input
            className="input find"
            type="search"
            name="q"
            aria-label={t("search.label")}
            defaultValue={text}
            placeholder={t("search.hint")}
            enterKeyHint="search"
          />
          <Button look="main" icon="search">
            {t("app.search")}
          </Button>
        </form>
      </search>
      {groups.map((group) => (
        <Group key={group.group} {...group} text={text} />
      ))}
      {pages && (
        <Pager next={pages.next}>
          <a href={`/search?q=${encodeURIComponent(text)}`}>{t("search.all_kinds")}</a>
          {pages.first && (
            <>
              {" · "}
              <a href={pages.first}>{t("search.from_start")}</a>
            </>
          )}
        </Pager>
      )}
      {text !== "" && groups.length === 0 && <EmptyState title={t("app.nothing_found")}>{t("search.nothing_hint")}</EmptyState>}
    </main>
  );
}

/** Where there are more than the first: lists that search by themselves, and of numbers this page. */
const lists = {
  accounts: "/accounts?q=",
  contacts: "/contacts?q=",
  prospects: "/prospects?q=",
  catalog: "/catalog?q=",
  activities: "/activities?owner=all&q=",
  documents: "/search?kind=documents&q=",
} as const;

function Group({ group, hits, hasMore, text }: HitGroup & { text: string }) {
  return (
    <section aria-label={t(`search.groups.${group}`)}>
      <div className="section-head">
        <h2>{t(`search.groups.${group}`)}</h2>
        {hasMore && <a href={`${lists[group]}${encodeURIComponent(text)}`}>{t("app.see_all")}</a>}
      </div>
      <ul className="lines">{hits.map(line)}</ul>
    </section>
  );
}

function line({ href, label, hint, kind, account }: Hit) {
  const facts = [kind && t(`documents.kinds.${kind}.one`), account && <Account key="account" {...account} />, hint].filter(Boolean);
  return (
    <li key={href} className="line work">
      <div>
        <a className="who" href={href}>
          {label}
        </a>
        {facts.length > 0 && <small>{facts.flatMap((fact, place) => (place === 0 ? [fact] : [" · ", fact]))}</small>}
      </div>
    </li>
  );
}

function Account({ label, href }: NonNullable<Hit["account"]>) {
  return href ? <a href={href}>{label}</a> : label;
}
