import { database } from "@/db/client";
import { users } from "@/db/schema";
import type { Preset, Purpose } from "@/db/vocabulary";
import { write } from "@/db/write";
import { dayOf } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import { emailKey } from "@/lib/core/text";
import { recordEvent } from "@/lib/events/record";
import { packs } from "@/lib/i18n/packs";
import type { PackCode } from "@/lib/i18n/packs/types";
import { modulesFor, othersThan } from "@/lib/modules/rules";
import { setUpCompany } from "@/lib/settings/commands";
import { request } from "../request";
import { giveSession } from "./login";
import { hashPassword, requireGoodPassword } from "./passwords";
import { isGoodSetupToken, redeemSetupToken } from "./setup-token";
import { countTryFrom } from "./throttle";

export type SetUpInput = {
  token: string;
  companyName: string;
  pack: PackCode;
  zone: string | null;
  preset: Preset;
  purpose: Purpose;
  name: string;
  email: string;
  password: string;
};

/** Whether anybody has an account; once true, the set-up page no longer exists. */
export function isSetUp(): boolean {
  return database().select({ id: users.id }).from(users).limit(1).get() !== undefined;
}

/** Of any number of set-ups with the same key one makes the company; the others are told so. */
export async function setUp({ token, companyName, pack, zone: chosenZone, preset, purpose, name, email, password }: SetUpInput): Promise<string> {
  await countTryFrom(database(), request().ip);
  if (!isGoodSetupToken(database(), token, Date.now())) throw new RuleError("setup.wrong_key");
  requireGoodPassword(password, "password");
  const passwordHash = await hashPassword(password);
  const now = Date.now();
  const zone = chosenZone ?? packs[pack].zone;
  const userId = write(database(), (tx): number => {
    if (!redeemSetupToken(tx, token, now)) throw new RuleError("setup.wrong_key");
    const today = dayOf(now, zone);
    const offModules = othersThan(modulesFor[purpose]);
    const company = { name: companyName, pack: packs[pack], zone, preset, offModules, now, today };
    const id = setUpCompany(tx, company, { name, email, passwordHash, locale: request().locale });
    const viewer = { kind: "system", locale: "es", zone, today } as const;
    recordEvent(tx, {
      viewer,
      name: "company.set_up",
      change: { kind: "company", id: 1, before: null, after: { name: companyName, pack, preset, offModules, administrator: id } },
      at: now,
    });
    return id;
  });
  await giveSession({ userId }, emailKey(email));
  return "/";
}
