import type { TrashKind } from "@/lib/trash/rules";
import type { FormAction } from "@/lib/web/form-state";
import { account, activity, contact, prospect } from "./actions";

/** What brings back each kind. */
export const restores: Record<TrashKind, FormAction> = { account, contact, prospect, activity };
