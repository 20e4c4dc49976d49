import { isIPv6 } from "node:net";
import { lt } from "drizzle-orm";
import { RateLimiterRes, RateLimiterSQLite } from "rate-limiter-flexible";
import type { Database } from "@/db/open";
import { loginLimits } from "@/db/schema";
import { RuleError } from "@/lib/core/errors";

const window = 15 * 60;
const hour = 60 * 60;

type Counter = [RateLimiterSQLite, string];
type Try = { account: string; ip: string; device: string | undefined };

/** Counts one try against the account and the address, in the database, so a restart forgets nothing.
 *  A device that logged in before has an account count of its own: strangers cannot lock its owner out. Throws `too_many_attempts`. */
export async function countTry(db: Database, attempt: Try) {
  await consume(counters(db, attempt));
}

/** Counts a try that names no account. Throws `too_many_attempts`. */
export async function countTryFrom(db: Database, ip: string) {
  await consume([addressCounter(db, ip)]);
}

/** Counts asking for a calendar that is nobody's; apart from the door's count, so that a program which keeps asking shuts nobody out. Throws as the others. */
export async function countFeedMiss(db: Database, ip: string) {
  await consume([[limiter(db, "feed", 100), network(ip)]]);
}

/** Counts what somebody sends by a public form: 20 an hour from one address, 250 to one form, 500 in all. The sender's address first, so that one
 *  who sends without end uses up nobody else's. Throws as the others. */
export async function countAnswer(db: Database, { ip, formId }: { ip: string; formId: number }) {
  await consume([[limiter(db, "form_from", 20, hour), network(ip)]]);
  await consume([[limiter(db, "form", 250, hour), String(formId)]]);
  await consume([[limiter(db, "forms", 500, hour), "all"]]);
}

async function consume(counted: Counter[]) {
  const tries = counted.map(([counter, key]) => counter.consume(key));
  const refused = (await Promise.allSettled(tries)).find((result) => result.status === "rejected");
  if (!refused) return;
  if (!(refused.reason instanceof RateLimiterRes)) throw refused.reason;
  throw new RuleError("too_many_attempts", "", { minutes: Math.max(1, Math.ceil(refused.reason.msBeforeNext / 60_000)) });
}

/** The password was right: this try was none. Strangers' tries stay counted. */
export async function forgiveTry(db: Database, attempt: Try, now: number) {
  await Promise.all(counters(db, attempt).map(([counter, key]) => counter.reward(key)));
  db.delete(loginLimits).where(lt(loginLimits.expire, now)).run();
}

/** An IPv6 household has a /64 to change addresses in. */
export function network(ip: string): string {
  if (!isIPv6(ip)) return ip;
  const canonical = new URL(`http://[${ip.split("%", 1)[0]}]`).hostname.slice(1, -1);
  const mapped = /^::ffff:([0-9a-f]+):([0-9a-f]+)$/.exec(canonical);
  if (mapped) return mapped.slice(1).flatMap(bytesOf).join(".");
  const [left, right] = canonical.split("::").map((part) => part.split(":").filter(Boolean));
  const zeros = Array<string>(right ? 8 - left!.length - right.length : 0).fill("0");
  return [...left!, ...zeros, ...(right ?? [])].slice(0, 4).join(":");
}

function bytesOf(group: string): number[] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 255];
}

function counters(db: Database, { account, ip, device }: Try): Counter[] {
  return [[limiter(db, "account", 10), device === undefined ? account : `${account} ${device}`], addressCounter(db, ip)];
}

function addressCounter(db: Database, ip: string): Counter {
  return [limiter(db, "address", 100), network(ip)];
}

function limiter(db: Database, keyPrefix: string, points: number, duration = window) {
  return new RateLimiterSQLite({
    storeClient: db.$client,
    storeType: "better-sqlite3",
    tableName: "login_limits",
    tableCreated: true,
    keyPrefix,
    points,
    duration,
    // Each limiter would keep a timer of its own for ever.
    clearExpiredByTimeout: false,
  });
}
