import { findImport } from "@/lib/imports/queries";
import { refusedFile } from "@/lib/imports/refused-file";
import { download } from "@/lib/web/download";
import { missing } from "@/lib/web/page";

export const GET = download("/imports/[id]/refused", (scope, { params }) => {
  const record = findImport(scope, params.id!);
  return record ? refusedFile(scope, record) : missing;
});
