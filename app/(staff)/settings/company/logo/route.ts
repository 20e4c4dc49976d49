import { download } from "@/lib/web/download";
import { logoOf } from "@/lib/web/logo";

export const GET = download("/settings/company/logo", logoOf);
