import { page } from "@/app/frame";
import { SeeAs } from "@/components/users/see-as";
import { UserEditor } from "@/components/users/user-editor";
import { UserEntry } from "@/components/users/user-entry";
import { entered, entriesOf } from "@/lib/access/entry";
import { maySeeAs } from "@/lib/access/seeing";
import { countHeld } from "@/lib/bulks/held";
import { canHandOver } from "@/lib/bulks/policy";
import { t } from "@/lib/i18n/words";
import { findMailServer } from "@/lib/mail/queries";
import { canEditUser, mayAdminister, mayHoldLink } from "@/lib/users/policy";
import { findUser, userChoicesFor } from "@/lib/users/queries";
import { missing } from "@/lib/web/page";
import { lookAs } from "../../me/actions";
import { activate, deactivate, edit, endAll, invite, mail, uninvite } from "../actions";

export default page("/settings/users/[id]", (scope, { params }) => {
  const user = findUser(scope, params.id!);
  if (!user || !canEditUser(scope.viewer, user)) return missing;
  return (
    <UserEditor action={edit} user={user} choices={userChoicesFor(scope)} mayAdminister={mayAdminister(scope.viewer)}>
      <UserEntry
        user={user}
        entry={entriesOf(scope, Date.now()).get(user.id) ?? entered}
        mayHoldLink={mayHoldLink(scope.viewer, user)}
        hasMail={findMailServer(scope) !== undefined}
        held={canHandOver(scope.viewer, user) ? countHeld(scope, user.id) : undefined}
        isThis={scope.viewer.kind === "staff" && scope.viewer.userId === user.id}
        actions={{ activate, deactivate, endAll, invite, mail, uninvite }}
      />
      {user.isActive && maySeeAs(scope.viewer, { userId: user.id, isAdmin: user.isAdmin }) && (
        <SeeAs user={user} hint={t("access.seeing.hint", { name: user.name })} action={lookAs} />
      )}
    </UserEditor>
  );
});
