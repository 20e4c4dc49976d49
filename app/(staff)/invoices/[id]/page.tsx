import { page } from "@/app/frame";
import { Asking } from "@/components/documents/asking";
import { DocumentPage } from "@/components/documents/document-page";
import { FiscalNotice } from "@/components/documents/fiscal-notice";
import { RecordFiles } from "@/components/files/record-files";
import { invoiceVerbs } from "@/components/invoices/invoice-verbs";
import { Collections } from "@/components/receipts/collections";
import { faultOfDraft } from "@/lib/documents/fiscal";
import { recordPage } from "@/lib/documents/pages";
import { findDocument } from "@/lib/documents/queries";
import { collectionsOf } from "@/lib/receipts/queries";
import { recordFiles } from "@/lib/web/attachments";
import { missing } from "@/lib/web/page";
import { remove, restore } from "../../files/actions";
import * as actions from "../actions";

export default page("/invoices/[id]", (scope, { params, query }) => {
  const invoice = findDocument(scope, "invoice", params.id!);
  if (!invoice) return missing;
  const { hasPending: _hasPending, hasOffspring: _hasOffspring, pending, ...shown } = recordPage(scope, invoice);
  const fault = faultOfDraft(scope, "invoice", invoice);
  return (
    <DocumentPage
      {...shown}
      kind="invoice"
      verbs={invoiceVerbs(invoice, scope.viewer, actions)}
      asking={
        <>
          {fault && <FiscalNotice fault={fault} />}
          <Asking kind="invoice" document={invoice} pending={pending} deeds={{ void: actions.annul }} chosen={query.do} />
        </>
      }
    >
      {invoice.isFrozen && <Collections collections={collectionsOf(scope, invoice.id)} />}
      <RecordFiles {...recordFiles(scope, { kind: "invoice", id: invoice.id }, query)} remove={remove} restore={restore} />
    </DocumentPage>
  );
});
