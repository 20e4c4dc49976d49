import { page } from "@/app/frame";
import { SearchPage } from "@/components/search/search-page";
import { withQuery } from "@/lib/core/links";
import { searchDocuments, searchEverything } from "@/lib/search/everything";
import { searchFilters } from "@/lib/search/filters";

export default page("/search", (scope, { query }) => {
  const { q: text, kind, after } = searchFilters.parse(query);
  if (kind === undefined || text === "") return <SearchPage text={text} groups={text === "" ? [] : searchEverything(scope, text)} />;
  const { group, next } = searchDocuments(scope, text, after);
  const at = (place: string | undefined) => withQuery("/search", { q: text, kind }, { after: place });
  const pages = { first: after === undefined ? undefined : at(undefined), next: next && at(next) };
  return <SearchPage text={text} groups={group.hits.length === 0 ? [] : [group]} pages={pages} />;
});
