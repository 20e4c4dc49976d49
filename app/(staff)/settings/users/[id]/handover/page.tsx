import { page } from "@/app/frame";
import { HandoverPage } from "@/components/users/handover-page";
import { handedOver } from "@/db/vocabulary";
import { ownersFor } from "@/lib/accounts/choices";
import { countHeld } from "@/lib/bulks/held";
import { canHandOver, mayHandOver } from "@/lib/bulks/policy";
import { ownerOptions } from "@/lib/settings/queries";
import { findUser } from "@/lib/users/queries";
import { missing } from "@/lib/web/page";
import { handOver } from "../../actions";

export default page("/settings/users/[id]/handover", (scope, { params, query }) => {
  const user = findUser(scope, params.id!);
  if (!user || !canHandOver(scope.viewer, user)) return missing;
  const kinds = handedOver.filter((list) => mayHandOver(scope.viewer, list));
  const others = ownerOptions(scope).filter(({ value }) => value !== user.id);
  return (
    <HandoverPage
      user={user}
      held={countHeld(scope, user.id)}
      kinds={kinds}
      heirs={ownersFor(scope).filter(({ value }) => value !== user.id)}
      people={others}
      deactivates={query.deactivate !== undefined}
      handOver={handOver}
    />
  );
});
