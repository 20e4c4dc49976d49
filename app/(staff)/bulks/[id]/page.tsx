import { page } from "@/app/frame";
import { BulkPage } from "@/components/lists/bulk-page";
import { canUndoBulk, hasEnded } from "@/lib/bulks/policy";
import { bulkProblems, countBulk, findBulk } from "@/lib/bulks/queries";
import { reasonText } from "@/lib/bulks/reasons";
import { missing } from "@/lib/web/page";
import { undo } from "../../lists/actions";

export default page("/bulks/[id]", (scope, { params }) => {
  const bulk = findBulk(scope, params.id!);
  if (!bulk) return missing;
  const mayUndo = bulk.deed === "edit" && hasEnded(bulk) && bulk.isLeft && canUndoBulk(scope.viewer, bulk);
  const problems = bulkProblems(scope, bulk).map((problem) => ({ problem, why: reasonText(problem) }));
  return <BulkPage bulk={bulk} counts={countBulk(scope, bulk)} problems={problems} undo={mayUndo ? undo : undefined} />;
});
