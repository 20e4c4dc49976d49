import type { Scope } from "@/lib/access/scope";
import { taxOptions } from "@/lib/catalog/queries";
import { aboutOf } from "@/lib/prospects/about";
import { listProfiles, listRoles } from "@/lib/scheme/queries";
import { groupOptions, originOptions, ownerOptions, pickOptions, workCenterOptions } from "@/lib/settings/queries";

type Named = { value: number; label: string };
type Source = (scope: Scope, id: number) => Named[];

const people: Source = (scope, id) => ownerOptions(scope, id);
const groups: Source = (scope) => groupOptions(scope);

/** Which list a field chooses from, with what it holds though it was retired. */
const sources: Record<string, Source> = {
  ownerId: people,
  memberIds: people,
  ownerIds: people,
  ownerGroupId: groups,
  groupId: groups,
  groupIds: groups,
  roleId: (scope) => listRoles(scope).map(named),
  parentId: (scope) => listRoles(scope).map(named),
  profileIds: (scope) => listProfiles(scope).map(named),
  categoryId: (scope, id) => pickOptions(scope, "account_category", id),
  industryId: (scope, id) => pickOptions(scope, "industry", id),
  interestId: (scope, id) => pickOptions(scope, "interest_level", id),
  channelId: (scope, id) => pickOptions(scope, "contact_channel", id),
  originId: (scope, id) => originOptions(scope, id),
  workCenterId: (scope) => workCenterOptions(scope),
  taxIds: (scope) => taxOptions(scope).map(named),
};

/** What is called what a field holds by its id, as far as the viewer sees it. */
export function choiceName(scope: Scope, field: string, id: number): string | undefined {
  if (field === "accountId" || field === "contactId" || field === "prospectId") {
    const { account, contact, prospect } = aboutOf(scope, { [field]: id });
    return (account ?? contact ?? prospect)?.label;
  }
  return sources[field]?.(scope, id).find(({ value }) => value === id)?.label;
}

function named({ id, name }: { id: number; name: string }): Named {
  return { value: id, label: name };
}
