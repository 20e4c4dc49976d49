import { page } from "@/app/frame";
import { DocumentEditor } from "@/components/documents/editor";
import { isHidden, isOff } from "@/lib/access/permissions";
import { customerOf, reckoningFor } from "@/lib/documents/editing";
import { findDocument } from "@/lib/documents/queries";
import { isEditable } from "@/lib/documents/rules";
import { documentValues } from "@/lib/documents/values";
import { canEditQuote } from "@/lib/quotes/policy";
import { typedFormat } from "@/lib/web/field-errors";
import { missing, refused } from "@/lib/web/page";
import { edit } from "../../actions";

export default page("/quotes/[id]/edit", (scope, { params }) => {
  const quote = findDocument(scope, "quote", params.id!);
  if (!quote || !isEditable("quote", quote)) return missing;
  if (!canEditQuote(scope.viewer, quote)) return refused;
  return (
    <DocumentEditor
      kind="quote"
      action={edit}
      document={quote}
      values={documentValues(quote)}
      customer={customerOf(scope, quote)}
      hidesNote={isHidden(scope.viewer, "internalNote")}
      picksItems={!isOff(scope.viewer, "catalog")}
      reckoning={reckoningFor(scope, quote)}
      format={typedFormat()}
    />
  );
});
