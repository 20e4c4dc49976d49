import { z } from "zod";
import { checkbox, id } from "@/lib/core/fields";

export const trashRef = z.object({ id: id() });
/** An account may come back though another has its identification by now. */
export const accountTrashRef = z.object({ id: id(), saveDuplicateAnyway: checkbox() });
