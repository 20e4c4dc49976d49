import { page } from "@/app/frame";
import { PortalHome } from "@/components/portal/portal-home";
import { wallTime } from "@/lib/core/dates";
import { debtsOf, latestDocuments, portalAccounts, quotesToAccept } from "@/lib/portal/queries";
import { showsKind } from "@/lib/portal/rules";
import { missing } from "@/lib/web/page";

export default page("/portal", (scope, { query }) => {
  const { viewer } = scope;
  const accounts = portalAccounts(scope);
  const account = query.cuenta === undefined ? accounts[0] : accounts.find(({ id }) => String(id) === query.cuenta);
  if (!account) return missing;
  const { id } = account;
  return (
    <PortalHome
      name={viewer.kind === "customer" ? viewer.name : ""}
      hour={Number(wallTime(Date.now(), viewer.zone).slice(11, 13))}
      today={viewer.today}
      account={account}
      accounts={accounts}
      debts={showsKind(viewer, id, "invoice") ? debtsOf(scope, id, viewer.today) : undefined}
      toAccept={showsKind(viewer, id, "quote") ? quotesToAccept(scope, id, viewer.today) : undefined}
      documents={latestDocuments(scope, id)}
    />
  );
});
