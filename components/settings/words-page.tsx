import { Form } from "@/components/forms/form";
import { TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { FilterSelect, FilterText } from "@/components/ui/filter-fields";
import { Filters } from "@/components/ui/filters";
import { NothingFound } from "@/components/ui/nothing-found";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { countText } from "@/lib/i18n/counts";
import { t } from "@/lib/i18n/words";
import { type listWords, type WordFilters, type WordGroup, wordGroups } from "@/lib/settings/words";
import type { FormAction } from "@/lib/web/form-state";

type Props = ReturnType<typeof listWords> & { filters: WordFilters; action: FormAction };

export function WordsPage({ rows, count, hasNext, filters, action }: Props) {
  const title = t("settings.words");
  return (
    <main>
      <title>{`${title} · ${t("app.name")}`}</title>
      <PageHead help={t("help.words")} title={title} crumbs={[{ href: "/settings", label: t("settings.title") }, { label: title }]} />
      <p className="soft">{`${t("settings.words_in")} ${t("settings.words_braces")}`}</p>
      <Filters action={path} applied={[filters.q, filters.group].filter(Boolean).length}>
        <FilterText name="q" label={t("settings.words_find")} value={filters.q} placeholder={t("settings.words_find")} />
        <FilterSelect name="group" label={t("settings.words_group")} value={filters.group} options={groupOptions()} />
      </Filters>
      {rows.length === 0 ? <NothingFound href={path} /> : <Words rows={rows} action={action} />}
      <Pager previous={filters.page > 1 ? addressOf(filters, -1) : undefined} next={hasNext ? addressOf(filters, 1) : undefined}>
        {countText("settings.words_count", count)}
      </Pager>
    </main>
  );
}

const path = "/settings/words";

function Words({ rows, action }: Pick<Props, "rows" | "action">) {
  return (
    <Form action={action} hidden={Object.fromEntries(rows.map(({ key }, place) => [`words.${place}.key`, key]))}>
      <div className="grid">
        {rows.map(({ key, usual, says }, place) => (
          <TextField key={key} name={`words.${place}.says`} label={usual} hint={groupName(key)} initial={says} placeholder={usual} autoComplete="off" />
        ))}
      </div>
      <div className="bar">
        <Button look="main">{t("app.save")}</Button>
      </div>
    </Form>
  );
}

function groupOptions() {
  const groups = wordGroups.map((group) => ({ value: group, label: t(`settings.word_groups.${group}`) }));
  return [{ value: "own", label: t("settings.words_mine") }, ...groups];
}

function groupName(key: string) {
  return t(`settings.word_groups.${key.split(".")[0] as WordGroup}`);
}

function addressOf({ q, group, page }: WordFilters, step: 1 | -1) {
  return `${path}?${new URLSearchParams({ q, group, page: String(page + step) })}`;
}
