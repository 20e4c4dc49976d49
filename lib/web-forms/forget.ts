import type { SliceHandler } from "@/lib/jobs/handler";
import { forgetEntries } from "./receive";

export const forgetWebFormEntries: SliceHandler = {
  slice(tx, _payload, _cursor, { now }) {
    return forgetEntries(tx, now) ? { cursor: {} } : { done: true };
  },
};
