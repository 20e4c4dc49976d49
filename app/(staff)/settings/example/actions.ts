"use server";

import { z } from "zod";
import { requiredText } from "@/lib/core/fields";
import { startForReal } from "@/lib/web/auth/start-over";
import { identityAction } from "@/lib/web/identity-action";

export const leave = identityAction({ entry: "app/(staff)/settings/example/actions.ts#leave", form: z.object({ name: requiredText(200) }), run: startForReal });
