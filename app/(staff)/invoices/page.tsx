import { page } from "@/app/frame";
import { DocumentList } from "@/components/documents/document-list";
import { documentFilters } from "@/lib/documents/filters";
import { listPage } from "@/lib/documents/pages";
import { canCreateInvoice } from "@/lib/invoices/policy";

export default page("/invoices", (scope, { query }) => (
  <DocumentList {...listPage(scope, "invoice", documentFilters.parse(query))} mayCreate={canCreateInvoice(scope.viewer)} />
));
