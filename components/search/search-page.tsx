import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHead } from "@/components/ui/page-head";
import { t } from "@/lib/i18n/words";
import type { Hit, HitGroup } from "@/lib/search/everything";

export function SearchPage({ text, groups }: { text: string; groups: HitGroup[] }) {
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
      {text !== "" && groups.length === 0 && <EmptyState title={t("app.nothing_found")}>{t("search.nothing_hint")}</EmptyState>}
    </main>
  );
}

/** Lists that search by themselves, for who wants more than the first. */
const lists = {
  accounts: "/accounts",
  contacts: "/contacts",
  prospects: "/prospects",
  catalog: "/catalog",
  documents: undefined,
  activities: undefined,
} as const;

function Group({ group, hits, hasMore, text }: HitGroup & { text: string }) {
  const list = lists[group];
  return (
    <section aria-label={t(`search.groups.${group}`)}>
      <div className="section-head">
        <h2>{t(`search.groups.${group}`)}</h2>
        {hasMore && list && <a href={`${list}?q=${encodeURIComponent(text)}`}>{t("app.see_all")}</a>}
      </div>
      <ul className="lines">{hits.map(line)}</ul>
    </section>
  );
}

function line({ href, label, hint, kind }: Hit) {
  return (
    <li key={href} className="line work">
      <div>
        <a className="who" href={href}>
          {label}
        </a>
        {(hint || kind) && <small>{[kind && t(`documents.kinds.${kind}.one`), hint].filter(Boolean).join(" · ")}</small>}
      </div>
    </li>
  );
}
