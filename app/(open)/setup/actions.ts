"use server";

import { z } from "zod";
import { presets, purposes } from "@/db/vocabulary";
import { email, optionalText, requiredText } from "@/lib/core/fields";
import { isZone } from "@/lib/core/zones";
import { examplePacks } from "@/lib/example/companies";
import { packCodes } from "@/lib/i18n/packs/types";
import { setUp } from "@/lib/web/auth/set-up";
import { setUpExample } from "@/lib/web/auth/set-up-example";
import { identityAction } from "@/lib/web/identity-action";

export const start = identityAction({
  entry: "app/(open)/setup/actions.ts#start",
  form: z.object({
    token: requiredText(200),
    companyName: requiredText(200),
    pack: z.enum(packCodes),
    zone: optionalText(60).refine((zone) => zone === null || isZone(zone)),
    preset: z.enum(presets),
    purpose: z.enum(purposes).default("commercial"),
    name: requiredText(120),
    email: email(),
    password: z.string().min(1).max(1024),
  }),
  run: setUp,
});

export const startExample = identityAction({
  entry: "app/(open)/setup/actions.ts#startExample",
  form: z.object({ token: requiredText(200), pack: z.enum(examplePacks), email: email(), password: z.string().min(1).max(1024) }),
  run: setUpExample,
});
