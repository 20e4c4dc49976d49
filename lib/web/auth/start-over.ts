import { cookies } from "next/headers";
import { database } from "@/db/client";
import { company } from "@/db/schema";
import { startOver } from "@/db/start-over";
import { RuleError } from "@/lib/core/errors";
import { fold } from "@/lib/core/text";
import { askForSweep } from "@/lib/files/sweep";
import { askForPurge } from "@/lib/jobs/purge-trash";
import { askForVerification } from "@/lib/jobs/verify-log";
import { sessionCookie, unseal } from "./cookie";
import { revokedCookie } from "./login";
import { makeSetupToken } from "./setup-token";
import { viewerOf } from "./viewer";

/** Takes an example company away whole and leads its administrator to the set-up of their own. Throws for any other company,
 *  for who does not administer it, and when the name typed is not its name. */
export async function startForReal({ name }: { name: string }): Promise<string> {
  const jar = await cookies();
  const cookie = jar.get(sessionCookie())?.value;
  if (unseal(cookie, "session") === undefined) throw new RuleError("expired_session");
  const db = database();
  const now = Date.now();
  let token = "";
  const isAllowed = () => {
    const viewer = viewerOf(cookie, now);
    if (viewer?.kind !== "staff" || !viewer.isAdmin) throw new RuleError("expired_session");
    const found = db.select().from(company).get();
    if (!found?.isDemo) throw new RuleError("setup.not_an_example");
    if (fold(name.trim()) !== fold(found.name)) throw new RuleError("setup.another_name", "name");
    return true;
  };
  startOver(db.$client, { now, isAllowed, fill: () => (token = makeSetupToken(db, now)) });
  askForSweep(db, now);
  askForVerification(db, now);
  askForPurge(db, now);
  jar.delete(revokedCookie());
  return `/setup?token=${token}`;
}
