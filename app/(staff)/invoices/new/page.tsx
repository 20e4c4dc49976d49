import { page } from "@/app/frame";
import { DocumentEditor } from "@/components/documents/editor";
import { customerAsked, newValues, reckoningFor } from "@/lib/documents/editing";
import { typedFormat } from "@/lib/web/field-errors";
import { create } from "../actions";

export default page("/invoices/new", (scope, { query }) => (
  <DocumentEditor
    kind="invoice"
    action={create}
    values={newValues(scope, "invoice")}
    customer={customerAsked(scope, query)}
    reckoning={reckoningFor(scope)}
    format={typedFormat()}
  />
));
