import { page } from "@/app/frame";
import { DocumentEditor } from "@/components/documents/editor";
import { isHidden, isOff } from "@/lib/access/permissions";
import { customerOf, reckoningFor } from "@/lib/documents/editing";
import { findDocument } from "@/lib/documents/queries";
import { isEditable } from "@/lib/documents/rules";
import { documentValues } from "@/lib/documents/values";
import { canEditInvoice } from "@/lib/invoices/policy";
import { typedFormat } from "@/lib/web/field-errors";
import { missing, refused } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/invoices/[id]/edit", (scope, { params }) => {
  const invoice = findDocument(scope, "invoice", params.id!);
  if (!invoice || !isEditable("invoice", invoice)) return missing;
  if (!canEditInvoice(scope.viewer, invoice)) return refused;
  return (
    <DocumentEditor
      kind="invoice"
      action={edit}
      document={invoice}
      values={documentValues(invoice)}
      customer={customerOf(scope, invoice)}
      hidesNote={isHidden(scope.viewer, "internalNote")}
      picksItems={!isOff(scope.viewer, "catalog")}
      reckoning={reckoningFor(scope, invoice)}
      format={typedFormat()}
    />
  );
});
