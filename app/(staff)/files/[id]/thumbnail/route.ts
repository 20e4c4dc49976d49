import { attachedThumbnail } from "@/lib/web/attachments";
import { download } from "@/lib/web/download";

export const GET = download("/files/[id]/thumbnail", (scope, { params }) => attachedThumbnail(scope, params.id));
