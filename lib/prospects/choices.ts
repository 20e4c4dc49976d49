import type { SQL } from "drizzle-orm";
import { isHidden } from "@/lib/access/permissions";
import type { Scope } from "@/lib/access/scope";
import { mostOffered, offered } from "@/lib/search/offered";
import { filterOwners, originOptions, ownerOptions, pickOptions, workCenterOptions } from "@/lib/settings/queries";
import type { ProspectFilters } from "./filters";
import type { Prospect } from "./queries";

/** The lists a prospect's form offers, with whatever the prospect holds already. */
export function prospectChoicesFor(scope: Scope, mayAssign: boolean, prospect?: Prospect) {
  const centers = workCenterOptions(scope);
  return {
    owners: mayAssign ? ownerOptions(scope, prospect?.ownerId) : null,
    industries: pickOptions(scope, "industry", prospect?.industryId),
    channels: pickOptions(scope, "contact_channel", prospect?.channelId),
    origins: originOptions(scope, prospect?.originId),
    centers: centers.length > 1 ? centers : null,
    hidesNotes: isHidden(scope.viewer, "internalNote"),
  };
}

export type ProspectFilterChoices = ReturnType<typeof prospectFilterChoices>;

/** What the filters of the list offer, with what is asked for though it was retired; `seldom` is what they offer less often, null while it is
 *  not shown. */
export function prospectFilterChoices(scope: Scope, { industry, channel, origin }: ProspectFilters, isWide: boolean) {
  return {
    owners: filterOwners(scope),
    seldom: isWide
      ? {
          industries: pickOptions(scope, "industry", industry),
          channels: pickOptions(scope, "contact_channel", channel),
          origins: originOptions(scope, origin),
        }
      : null,
  };
}

/** For a picker. */
export function prospectChoices(scope: Scope, text: string) {
  const { prospects } = scope;
  const { id, personName, companyName, nameKey } = prospects;
  const read = (where: SQL | undefined) =>
    scope.select({ id, label: personName, hint: companyName }).from(prospects).where(where).orderBy(nameKey, id).limit(mostOffered).all();
  return offered(scope, { kind: "prospect", text, id, nameKey, read }).map(({ id, label, hint }) => ({ id, label, hint: hint ?? undefined }));
}
