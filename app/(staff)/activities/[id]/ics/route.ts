import { activityIcs } from "@/lib/web/calendar-feed";
import { download } from "@/lib/web/download";

export const GET = download("/activities/[id]/ics", (scope, { params }) => activityIcs(scope, params.id!));
