import { page } from "@/app/frame";
import { SearchPage } from "@/components/search/search-page";
import { searchEverything } from "@/lib/search/everything";

export default page("/search", (scope, { query }) => {
  const text = typeof query.q === "string" ? query.q.trim().slice(0, 100) : "";
  return <SearchPage text={text} groups={text === "" ? [] : searchEverything(scope, text)} />;
});
