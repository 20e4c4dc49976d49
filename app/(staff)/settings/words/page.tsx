import { page } from "@/app/frame";
import { WordsPage } from "@/components/settings/words-page";
import { listWords, wordFilters } from "@/lib/settings/words";
import { change } from "./actions";

export default page("/settings/words", (scope, { query }) => {
  const filters = wordFilters.parse(query);
  return <WordsPage {...listWords(scope, filters)} filters={filters} action={change} />;
});
