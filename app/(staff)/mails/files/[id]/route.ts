import { download } from "@/lib/web/download";
import { mailedFile } from "@/lib/web/mailed-file";

export const GET = download("/mails/files/[id]", (scope, { params }) => mailedFile(scope, params.id));
