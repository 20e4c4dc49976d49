import { page } from "@/app/frame";
import { DocumentList } from "@/components/documents/document-list";
import { documentFilters } from "@/lib/documents/filters";
import { listPage } from "@/lib/documents/pages";
import { canCreateOrder } from "@/lib/orders/policy";

export default page("/orders", (scope, { query }) => (
  <DocumentList {...listPage(scope, "order", documentFilters.parse(query))} mayCreate={canCreateOrder(scope.viewer)} />
));
