import { page } from "@/app/frame";
import { PortalDocumentPage } from "@/components/portal/portal-document";
import { findPortalDocument } from "@/lib/portal/queries";
import { missing } from "@/lib/web/page";

export default page("/portal/documents/[id]", (scope, { params }) => {
  const document = findPortalDocument(scope, params.id!);
  if (!document) return missing;
  return <PortalDocumentPage document={document} today={scope.viewer.today} />;
});
