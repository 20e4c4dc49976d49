"use server";

import { z } from "zod";
import { signIn, signOutHere } from "@/lib/web/auth/login";
import { identityAction } from "@/lib/web/identity-action";

export const login = identityAction({
  entry: "app/(open)/login/actions.ts#login",
  form: z.object({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(1024), next: z.string().max(2000).optional() }),
  run: signIn,
});

export const signOut = identityAction({ entry: "app/(open)/login/actions.ts#signOut", form: z.object({}), run: signOutHere });
