import { page } from "@/app/frame";
import { DocumentEditor } from "@/components/documents/editor";
import { isHidden, isOff } from "@/lib/access/permissions";
import { customerAsked, newValues, reckoningFor } from "@/lib/documents/editing";
import { typedFormat } from "@/lib/web/field-errors";
import { create } from "../actions";

export default page("/invoices/new", (scope, { query }) => (
  <DocumentEditor
    kind="invoice"
    action={create}
    values={newValues(scope, "invoice")}
    customer={customerAsked(scope, query)}
    hidesNote={isHidden(scope.viewer, "internalNote")}
    picksItems={!isOff(scope.viewer, "catalog")}
    reckoning={reckoningFor(scope)}
    format={typedFormat()}
  />
));
