import { page } from "@/app/frame";
import { ContactEditor } from "@/components/contacts/contact-editor";
import { findAccount } from "@/lib/accounts/queries";
import { contactChoicesFor } from "@/lib/contacts/choices";
import { canAssignContact } from "@/lib/contacts/policy";
import { create } from "../actions";

export default page("/contacts/new", (scope, { query }) => {
  const { viewer } = scope;
  const account = typeof query.account === "string" ? findAccount(scope, query.account) : undefined;
  return (
    <ContactEditor
      action={create}
      choices={contactChoicesFor(scope, canAssignContact(viewer))}
      values={{ ownerId: viewer.kind === "staff" ? viewer.userId : null }}
      points={[]}
      account={account && { id: account.id, label: account.name }}
      back={account ? `/accounts/${account.id}` : "/contacts"}
    />
  );
});
