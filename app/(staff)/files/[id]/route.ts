import { attachedFile } from "@/lib/web/attachments";
import { download } from "@/lib/web/download";

export const GET = download("/files/[id]", (scope, { params }) => attachedFile(scope, params.id));
