import type { Owned, Viewer } from "@/lib/access/viewer";
import { canDeleteAccount } from "@/lib/accounts/policy";
import { canDeleteActivity } from "@/lib/activities/policy";
import { canDeleteContact } from "@/lib/contacts/policy";
import { canDeleteProspect } from "@/lib/prospects/policy";
import type { TrashKind } from "./rules";

/** Who may throw a record away may bring it back. */
export const canRestore: Record<TrashKind, (viewer: Viewer, record: Owned) => boolean> = {
  account: canDeleteAccount,
  contact: canDeleteContact,
  prospect: canDeleteProspect,
  activity: canDeleteActivity,
};
