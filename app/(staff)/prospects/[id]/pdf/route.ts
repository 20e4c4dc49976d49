import { download } from "@/lib/web/download";
import { followUpPdf } from "@/lib/web/follow-up-pdf";

export const GET = download("/prospects/[id]/pdf", (scope, { params }) => followUpPdf(scope, params.id!));
