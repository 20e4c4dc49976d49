import { findExport } from "@/lib/exports/queries";
import { exportDownload } from "@/lib/exports/sheet";
import { download } from "@/lib/web/download";
import { missing } from "@/lib/web/page";

export const GET = download("/exports/[id]/file", async (scope, { params }) => {
  const record = findExport(scope, params.id!);
  return (record && (await exportDownload(scope, record, Date.now()))) ?? missing;
});
