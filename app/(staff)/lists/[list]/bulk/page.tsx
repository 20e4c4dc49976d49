import { page } from "@/app/frame";
import { BulkForm } from "@/components/lists/bulk-form";
import { bulkChoices } from "@/lib/bulks/choices";
import { mostPicked } from "@/lib/bulks/forms";
import { listAsked } from "@/lib/exports/address";
import { lists } from "@/lib/exports/lists";
import { canChangeMany, isBulkList } from "@/lib/lists/policy";
import { missing, refused } from "@/lib/web/page";
import { start } from "../../actions";

const countCap = 5000;

export default page("/lists/[list]/bulk", (scope, { params, query }) => {
  const asked = listAsked(scope, params.list, query.of);
  if (!asked || !isBulkList(asked.list)) return missing;
  const { list, address } = asked;
  if (!canChangeMany(scope.viewer, list)) return refused;
  const picked = [query.ids ?? []].flat().filter((id) => /^\d{1,15}$/.test(id));
  const ids = query.all === "1" ? [] : picked.slice(0, mostPicked);
  const isAll = query.all === "1";
  const count = isAll ? lists[list].count(scope, address, countCap) : ids.length;
  return (
    <BulkForm {...{ list, address, ids, count, countCap }} isCut={isAll && lists[list].isCut(scope, address)} {...bulkChoices(scope, list)} action={start} />
  );
});
