import { page } from "@/app/frame";
import { DocumentList } from "@/components/documents/document-list";
import { listPage } from "@/lib/documents/pages";
import { canCreateOrder } from "@/lib/orders/policy";

export default page("/orders", (scope, { query }) => <DocumentList {...listPage(scope, "order", query)} mayCreate={canCreateOrder(scope.viewer)} />);
