import type { Scope } from "@/lib/access/scope";
import type { Kind } from "./facts";
import { findsInTrash } from "./oracle";

type Name = "trashedAccounts" | "trashedContacts" | "trashedProspects" | "trashedActivities";

/** What is in the trash, by kind, as whoever would see it finds it there. */
export const trashSources = {
  trashedAccounts: inTrash("trashedAccounts", "account"),
  trashedContacts: inTrash("trashedContacts", "contact", "looseContact"),
  trashedProspects: inTrash("trashedProspects", "prospect", "looseProspect"),
  trashedActivities: inTrash("trashedActivities", "activity", "prospectActivity", "looseActivity"),
};

function inTrash(name: Name, ...kinds: Kind[]) {
  const ids = ({ [name]: relation, select }: Scope) => {
    const rows = select({ id: relation.id })
      .from(relation as Scope["trashedAccounts"])
      .all();
    return rows.map(({ id }) => id);
  };
  return { kinds, ids, expected: findsInTrash };
}
