"use server";

import { z } from "zod";
import { locales } from "@/db/vocabulary";
import { changePassword, chooseLanguage, endOtherSessions } from "@/lib/web/auth/own-access";
import { identityAction } from "@/lib/web/identity-action";

export const speak = identityAction({ form: z.object({ locale: z.enum(locales) }), run: chooseLanguage });

export const change = identityAction({
  form: z.object({ currentPassword: z.string().min(1).max(1024), password: z.string().min(1).max(1024) }),
  run: changePassword,
});

export const endOthers = identityAction({ form: z.object({}), run: endOtherSessions });
