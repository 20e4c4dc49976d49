import { page } from "@/app/frame";
import { ReviewPage } from "@/components/web-forms/review-page";
import { entryFilters } from "@/lib/web-forms/filters";
import { countWaiting, listEntries } from "@/lib/web-forms/queries";
import { review } from "./actions";

export default page("/prospects/review", (scope, { query }) => {
  const filters = entryFilters.parse(query);
  return <ReviewPage page={listEntries(scope, filters)} filters={filters} waiting={countWaiting(scope)} review={review} />;
});
