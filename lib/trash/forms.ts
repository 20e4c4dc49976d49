import { z } from "zod";
import { checkbox, id } from "@/lib/core/fields";

export const trashRef = z.object({ id: id() });
/** With `along` what was thrown away in one deed with it comes back too. */
export const activityTrashRef = z.object({ id: id(), along: checkbox() });
/** An account may come back though another has its identification by now. */
export const accountTrashRef = z.object({ id: id(), saveDuplicateAnyway: checkbox() });
