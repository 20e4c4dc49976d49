import type { Scope } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { listActivities } from "@/lib/activities/queries";
import { dayOfStart, whenText } from "@/lib/activities/when";
import { originOptions } from "@/lib/settings/queries";
import { creatorOf } from "./creator";
import { foliosOf, namesOf, type Prospect } from "./queries";

/** The words behind a prospect's references, as far as the viewer sees them. */
export function prospectNames(scope: Scope, prospect: Prospect) {
  const { users, options, centers, webForms } = namesOf(scope);
  const folios = foliosOf(scope, [prospect.latestQuoteId, prospect.latestOrderId]);
  const account = prospect.accountId === null ? undefined : findAccount(scope, prospect.accountId);
  const named = (names: Map<number, string>, id: number | null) => (id === null ? undefined : names.get(id));
  return {
    account: account && { id: account.id, name: account.name },
    owner: users.get(prospect.ownerId),
    creator: creatorOf(prospect, users),
    webForm: named(webForms, prospect.webFormId),
    channel: named(options, prospect.channelId),
    industry: named(options, prospect.industryId),
    lostReason: named(options, prospect.lostReasonId),
    origin: originOptions(scope, prospect.originId).find(({ value }) => value === prospect.originId)?.label,
    workCenter: centers.size > 1 ? named(centers, prospect.workCenterId) : undefined,
    quote: prospect.latestQuoteId === null ? undefined : folios.get(prospect.latestQuoteId),
    order: prospect.latestOrderId === null ? undefined : folios.get(prospect.latestOrderId),
  };
}

/** What waits to be done with a prospect; what is due already, and the one that was `asked` for, is offered as done. */
export function pendingOf(scope: Scope, prospectId: number, asked?: number) {
  const planned = listActivities(scope, { prospectId }).filter(({ status }) => status === "planned");
  return planned.toReversed().map((activity) => ({
    id: activity.id,
    subject: activity.subject,
    when: whenText(activity),
    isDue: activity.id === asked || dayOfStart(activity) <= scope.viewer.today,
  }));
}
