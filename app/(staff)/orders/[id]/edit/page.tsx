import { page } from "@/app/frame";
import { DocumentEditor } from "@/components/documents/editor";
import { isHidden, isOff } from "@/lib/access/permissions";
import { customerOf, reckoningFor } from "@/lib/documents/editing";
import { findDocument } from "@/lib/documents/queries";
import { isEditable } from "@/lib/documents/rules";
import { documentValues } from "@/lib/documents/values";
import { canEditOrder } from "@/lib/orders/policy";
import { typedFormat } from "@/lib/web/field-errors";
import { missing, refused } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/orders/[id]/edit", (scope, { params }) => {
  const order = findDocument(scope, "order", params.id!);
  if (!order || !isEditable("order", order)) return missing;
  if (!canEditOrder(scope.viewer, order)) return refused;
  return (
    <DocumentEditor
      kind="order"
      action={edit}
      document={order}
      values={documentValues(order)}
      customer={customerOf(scope, order)}
      hidesNote={isHidden(scope.viewer, "internalNote")}
      picksItems={!isOff(scope.viewer, "catalog")}
      reckoning={reckoningFor(scope, order)}
      format={typedFormat()}
    />
  );
});
