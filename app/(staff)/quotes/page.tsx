import { page } from "@/app/frame";
import { DocumentList } from "@/components/documents/document-list";
import { listPage } from "@/lib/documents/pages";
import { canCreateQuote } from "@/lib/quotes/policy";

export default page("/quotes", (scope, { query }) => <DocumentList {...listPage(scope, "quote", query)} mayCreate={canCreateQuote(scope.viewer)} />);
