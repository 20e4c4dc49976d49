import { page } from "@/app/frame";
import { ExportPage } from "@/components/lists/export-page";
import { findExport, isReady } from "@/lib/exports/queries";
import { missing } from "@/lib/web/page";

export default page("/exports/[id]", (scope, { params }) => {
  const record = findExport(scope, params.id!);
  return record ? <ExportPage record={record} isReady={isReady(scope, record, Date.now())} /> : missing;
});
