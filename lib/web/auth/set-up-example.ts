import { database } from "@/db/client";
import { write } from "@/db/write";
import { dayOf } from "@/lib/core/dates";
import { RuleError } from "@/lib/core/errors";
import { emailKey } from "@/lib/core/text";
import { type ExamplePack, examples } from "@/lib/example/companies";
import { exampleFiles } from "@/lib/example/files";
import { fillExample } from "@/lib/example/fill";
import { request } from "../request";
import { giveSession } from "./login";
import { hashPassword, requireGoodPassword } from "./passwords";
import { isGoodSetupToken, redeemSetupToken } from "./setup-token";
import { countTryFrom } from "./throttle";

export type ExampleInput = { token: string; pack: ExamplePack; email: string; password: string };

/** Makes an example company in place of one's own; nobody else is served yet, so one long transaction keeps nobody waiting. */
export async function setUpExample({ token, pack, email, password }: ExampleInput): Promise<string> {
  await countTryFrom(database(), request().ip);
  if (!isGoodSetupToken(database(), token, Date.now())) throw new RuleError("setup.wrong_key");
  requireGoodPassword(password, "password");
  const passwordHash = await hashPassword(password);
  const files = await exampleFiles();
  const now = Date.now();
  const userId = write(database(), (tx): number => {
    if (!redeemSetupToken(tx, token, now)) throw new RuleError("setup.wrong_key");
    const administrator = { email, locale: request().locale };
    return fillExample(tx, { pack, asOf: dayOf(now, examples[pack].zone), administrator, passwordHash, files }).administratorId;
  });
  await giveSession({ userId }, emailKey(email));
  return "/";
}
