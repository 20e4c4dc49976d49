import { page } from "@/app/frame";
import { Asking } from "@/components/documents/asking";
import { DocumentPage } from "@/components/documents/document-page";
import { RecordFiles } from "@/components/files/record-files";
import { orderVerbs } from "@/components/orders/order-verbs";
import { recordPage } from "@/lib/documents/pages";
import { findDocument } from "@/lib/documents/queries";
import { recordFiles } from "@/lib/web/attachments";
import { missing } from "@/lib/web/page";
import { remove, restore } from "../../files/actions";
import * as actions from "../actions";

export default page("/orders/[id]", (scope, { params, query }) => {
  const order = findDocument(scope, "order", params.id!);
  if (!order) return missing;
  const { hasPending, hasOffspring, pending, ...shown } = recordPage(scope, order);
  const { invoice, annul } = actions;
  return (
    <DocumentPage
      {...shown}
      kind="order"
      verbs={orderVerbs(order, scope.viewer, { hasPending, hasOffspring }, actions)}
      asking={<Asking kind="order" document={order} pending={pending} deeds={{ invoice, void: annul }} chosen={query.do} />}
    >
      <RecordFiles {...recordFiles(scope, { kind: "order", id: order.id }, query)} remove={remove} restore={restore} />
    </DocumentPage>
  );
});
