import { page } from "@/app/frame";
import { DocumentEditor } from "@/components/documents/editor";
import { isHidden } from "@/lib/access/permissions";
import { customerOf, reckoningFor } from "@/lib/documents/editing";
import { findDocument } from "@/lib/documents/queries";
import { isEditable } from "@/lib/documents/rules";
import { documentValues } from "@/lib/documents/values";
import { typedFormat } from "@/lib/web/field-errors";
import { missing } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/invoices/[id]/edit", (scope, { params }) => {
  const invoice = findDocument(scope, "invoice", params.id!);
  if (!invoice || !isEditable("invoice", invoice)) return missing;
  return (
    <DocumentEditor
      kind="invoice"
      action={edit}
      document={invoice}
      values={documentValues(invoice)}
      customer={customerOf(scope, invoice)}
      hidesNote={isHidden(scope.viewer, "internalNote")}
      reckoning={reckoningFor(scope, invoice)}
      format={typedFormat()}
    />
  );
});
