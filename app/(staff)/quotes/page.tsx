import { page } from "@/app/frame";
import { DocumentList } from "@/components/documents/document-list";
import { documentFilters } from "@/lib/documents/filters";
import { listPage } from "@/lib/documents/pages";
import { canCreateQuote } from "@/lib/quotes/policy";

export default page("/quotes", (scope, { query }) => (
  <DocumentList {...listPage(scope, "quote", documentFilters.parse(query))} mayCreate={canCreateQuote(scope.viewer)} />
));
