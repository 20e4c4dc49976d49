import { page } from "@/app/frame";
import { PortalAccessEditor } from "@/components/portal/portal-access-editor";
import { findPortalAccess } from "@/lib/portal/access";
import { canSetPortalAccess } from "@/lib/portal/policy";
import { missing, refused } from "@/lib/web/page";
import { close, invite, set } from "./actions";

export default page("/contacts/[id]/portal", (scope, { params }) => {
  const contact = findPortalAccess(scope, params.id!);
  if (!contact) return missing;
  if (!canSetPortalAccess(scope.viewer, contact)) return refused;
  return <PortalAccessEditor contact={contact} actions={{ set, close, invite }} />;
});
