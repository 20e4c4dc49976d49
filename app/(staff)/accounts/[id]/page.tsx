import { page } from "@/app/frame";
import { AccountHistory } from "@/components/accounts/account-history";
import { AccountPage } from "@/components/accounts/account-page";
import { AccountTab } from "@/components/accounts/account-tab";
import { RecordFiles } from "@/components/files/record-files";
import { accountView } from "@/lib/accounts/filters";
import { accountParts } from "@/lib/accounts/parts";
import { findAccount } from "@/lib/accounts/queries";
import { tabContent } from "@/lib/accounts/tab-content";
import { canCreateActivity } from "@/lib/activities/policy";
import { contactsOfAccount, countContactsOfAccount } from "@/lib/contacts/relations";
import { pinnedOf, timelineOf } from "@/lib/events/timeline";
import { ownerOptions } from "@/lib/settings/queries";
import { recordFiles } from "@/lib/web/attachments";
import { missing } from "@/lib/web/page";
import { remove, restore } from "../../files/actions";
import { trash } from "../actions";
import { followUp } from "../follow-up-action";

export default page("/accounts/[id]", (scope, { params, query }) => {
  const account = findAccount(scope, params.id!);
  if (!account) return missing;
  const view = accountView.parse(query);
  const { mayTrash, planned, ...parts } = accountParts(scope, account, view);
  const { today } = scope.viewer;
  const people = { relations: contactsOfAccount(scope, account.id), peopleCount: countContactsOfAccount(scope, account.id) };
  return (
    <AccountPage {...parts} {...people} account={account} trash={mayTrash ? trash : undefined} today={today}>
      {parts.current === "activity" ? (
        <AccountHistory
          accountId={account.id}
          list={view.lista}
          planned={planned}
          pinned={view.cursor ? [] : pinnedOf(scope, account.id)}
          colleagues={ownerOptions(scope)}
          page={timelineOf(scope, { accountId: account.id }, view.cursor)}
          viewer={scope.viewer}
          followUp={canCreateActivity(scope.viewer, account) ? followUp : undefined}
        />
      ) : parts.current === "files" ? (
        <RecordFiles {...recordFiles(scope, { kind: "account", id: account.id }, query)} remove={remove} restore={restore} />
      ) : (
        <AccountTab content={tabContent(scope, parts.current, account.id, view.cursor)} accountId={account.id} today={today} list={view.lista} />
      )}
    </AccountPage>
  );
});
