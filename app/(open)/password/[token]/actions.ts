"use server";

import { z } from "zod";
import { choosePassword } from "@/lib/web/auth/choose-password";
import { identityAction } from "@/lib/web/identity-action";

export const choose = identityAction({
  entry: "app/(open)/password/[token]/actions.ts#choose",
  form: z.object({ token: z.string().min(1).max(200), password: z.string().min(1).max(1024) }),
  run: choosePassword,
});
