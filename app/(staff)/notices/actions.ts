"use server";

import { z } from "zod";
import { optionalId } from "@/lib/core/fields";
import { identityAction } from "@/lib/web/identity-action";
import { readOwnNotices } from "@/lib/web/own-notices";

export const read = identityAction({ entry: "app/(staff)/notices/actions.ts#read", form: z.object({ id: optionalId() }), run: readOwnNotices });
