import { RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import type { Database } from "@/db/open";
import { RuleError } from "@/lib/core/errors";

const window = 15 * 60;

/** Counts one try against the account and the address, in the database, so a restart forgets nothing.
 *  A device that logged in before has an account count of its own: strangers cannot lock its owner out. Throws `too_many_attempts`. */
export async function countTry(db: Database, { account, ip, device }: { account: string; ip: string; device: string | undefined }) {
  const tries = [limiter(db, "account", 10).consume(device === undefined ? account : `${account} ${device}`), limiter(db, "address", 100).consume(network(ip))];
  const refused = (await Promise.allSettled(tries)).find((result) => result.status === "rejected");
  if (!refused) return;
  if (!(refused.reason instanceof RateLimiterRes)) throw refused.reason;
  throw new RuleError("too_many_attempts", "", { minutes: Math.max(1, Math.ceil(refused.reason.msBeforeNext / 60_000)) });
}

/** An IPv6 household has a /64 to change addresses in. */
export function network(ip: string): string {
  return ip.includes(":") && !ip.includes(".") ? ip.split(":").slice(0, 4).join(":") : ip;
}

function limiter(db: Database, keyPrefix: string, points: number) {
  return new RateLimiterSQLite({
    storeClient: db.$client,
    storeType: "better-sqlite3",
    tableName: "login_limits",
    tableCreated: true,
    keyPrefix,
    points,
    duration: window,
  });
}
