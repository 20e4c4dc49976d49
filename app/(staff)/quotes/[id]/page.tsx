import { page } from "@/app/frame";
import { Asking } from "@/components/documents/asking";
import { DocumentPage } from "@/components/documents/document-page";
import { RecordFiles } from "@/components/files/record-files";
import { quoteVerbs } from "@/components/quotes/quote-verbs";
import { recordPage } from "@/lib/documents/pages";
import { findDocument } from "@/lib/documents/queries";
import { recordFiles } from "@/lib/web/attachments";
import { missing } from "@/lib/web/page";
import { remove, restore } from "../../files/actions";
import * as actions from "../actions";

export default page("/quotes/[id]", (scope, { params, query }) => {
  const quote = findDocument(scope, "quote", params.id!);
  if (!quote) return missing;
  const { hasPending, hasOffspring, pending, ...shown } = recordPage(scope, quote);
  const { order, invoice, reject, annul } = actions;
  return (
    <DocumentPage
      {...shown}
      kind="quote"
      verbs={quoteVerbs(quote, scope.viewer, { hasPending, hasOffspring }, actions)}
      asking={<Asking kind="quote" document={quote} pending={pending} deeds={{ order, invoice, reject, void: annul }} chosen={query.do} />}
    >
      <RecordFiles {...recordFiles(scope, { kind: "quote", id: quote.id }, query)} remove={remove} restore={restore} />
    </DocumentPage>
  );
});
