import { page } from "@/app/frame";
import { ImportView } from "@/components/imports/import-view";
import { canApplyImport, canMapImport } from "@/lib/imports/policy";
import { countOutcomes, findImport, howUnderstood, importProgress, rowsByOutcome } from "@/lib/imports/queries";
import { isUnderWay } from "@/lib/imports/rules";
import { missing } from "@/lib/web/page";
import { hasRoom } from "@/lib/web/storage";
import { apply, map } from "../actions";

export default page("/imports/[id]", (scope, { params }) => {
  const record = findImport(scope, params.id!);
  if (!record) return missing;
  const { viewer } = scope;
  if (isUnderWay(record.state)) return <ImportView record={record} progress={{ ...importProgress(scope, record), isWaiting: !hasRoom() }} />;
  return (
    <ImportView
      record={record}
      counts={countOutcomes(scope, record)}
      rows={rowsByOutcome(scope, record)}
      understood={record.state === "checked" ? howUnderstood(scope, record) : undefined}
      apply={canApplyImport(viewer, record) ? apply : undefined}
      map={canMapImport(viewer, record) ? map : undefined}
    />
  );
});
