import { page } from "@/app/frame";
import { DocumentList } from "@/components/documents/document-list";
import { listPage } from "@/lib/documents/pages";
import { canCreateInvoice } from "@/lib/invoices/policy";

export default page("/invoices", (scope, { query }) => <DocumentList {...listPage(scope, "invoice", query)} mayCreate={canCreateInvoice(scope.viewer)} />);
