"use server";

import { z } from "zod";
import { locales } from "@/db/vocabulary";
import { id } from "@/lib/core/fields";
import { changePassword, chooseLanguage, endOtherSessions } from "@/lib/web/auth/own-access";
import { seeAs, stopSeeing } from "@/lib/web/auth/see-as";
import { identityAction } from "@/lib/web/identity-action";

export const speak = identityAction({ entry: "app/(staff)/settings/me/actions.ts#speak", form: z.object({ locale: z.enum(locales) }), run: chooseLanguage });

export const change = identityAction({
  entry: "app/(staff)/settings/me/actions.ts#change",
  form: z.object({ currentPassword: z.string().min(1).max(1024), password: z.string().min(1).max(1024) }),
  run: changePassword,
});

export const endOthers = identityAction({ entry: "app/(staff)/settings/me/actions.ts#endOthers", form: z.object({}), run: endOtherSessions });

export const lookAs = identityAction({ entry: "app/(staff)/settings/me/actions.ts#lookAs", form: z.object({ id: id() }), run: seeAs });

export const endSight = identityAction({ entry: "app/(staff)/settings/me/actions.ts#endSight", form: z.object({}), run: stopSeeing });
