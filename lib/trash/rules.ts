import { daysInTrash } from "@/lib/attachments/rules";

/** So long it can be brought back. */
export const termMs = daysInTrash * 24 * 3_600_000;

/** What a member of the team throws away by itself. Files come back from the record they hang on. */
export const trashKinds = ["account", "contact", "prospect", "activity"] as const;
export type TrashKind = (typeof trashKinds)[number];

/** A record in the trash: the number is the one it always had. */
export type TrashRef = { kind: TrashKind; id: number };

/** Where it is read once it is back. */
export const folders = { account: "/accounts", contact: "/contacts", prospect: "/prospects", activity: "/activities" } as const satisfies Record<
  TrashKind,
  string
>;
