import { page } from "@/app/frame";
import { NoticesPage } from "@/components/notices/notices-page";
import { isLookedThrough } from "@/lib/access/seeing";
import { noticeFilters } from "@/lib/notices/filters";
import { listNotices } from "@/lib/notices/queries";
import { read } from "./actions";

export default page("/notices", (scope, { query }) => (
  <NoticesPage page={listNotices(scope, noticeFilters.parse(query))} isPrivate={isLookedThrough(scope.viewer)} read={read} />
));
