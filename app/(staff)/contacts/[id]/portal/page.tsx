import { page } from "@/app/frame";
import { PortalAccessEditor } from "@/components/portal/portal-access-editor";
import { maySeeAsCustomer } from "@/lib/access/seeing";
import { findPortalAccess } from "@/lib/portal/access";
import { canSetPortalAccess } from "@/lib/portal/policy";
import { missing, refused } from "@/lib/web/page";
import { lookAsCustomer } from "../../../settings/me/actions";
import { close, invite, set } from "./actions";

export default page("/contacts/[id]/portal", (scope, { params }) => {
  const contact = findPortalAccess(scope, params.id!);
  if (!contact) return missing;
  if (!canSetPortalAccess(scope.viewer, contact)) return refused;
  return <PortalAccessEditor contact={contact} actions={{ set, close, invite }} lookAs={maySeeAsCustomer(scope.viewer) ? lookAsCustomer : undefined} />;
});
