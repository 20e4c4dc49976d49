import { relate } from "@/app/(staff)/contacts/relation-actions";
import { page } from "@/app/frame";
import { RelationPage } from "@/components/contacts/relation-page";
import { findAccount } from "@/lib/accounts/queries";
import { canCreateContact, canRelate } from "@/lib/contacts/policy";
import { roleNames } from "@/lib/contacts/relations";
import { missing, refused } from "@/lib/web/page";

export default page("/accounts/[id]/relations/new", (scope, { params }) => {
  const account = findAccount(scope, params.id!);
  if (!account) return missing;
  if (!canRelate(scope.viewer, account)) return refused;
  const mayCreate = canCreateContact(scope.viewer, account);
  return <RelationPage action={relate} from="account" id={account.id} name={account.name} roles={roleNames(scope)} mayCreate={mayCreate} />;
});
