import { documentPdf } from "@/lib/web/document-pdf";
import { download } from "@/lib/web/download";

export const GET = download("/portal/documents/[id]/pdf", (scope, { params }) => documentPdf(scope, params.id!));
