import { createHash } from "node:crypto";
import { database } from "@/db/client";
import { loadStaffViewer } from "@/lib/access/load-staff";
import type { RoutePath } from "@/lib/access/routes";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { probing, type StaffViewer } from "@/lib/access/viewer";
import { findActivity } from "@/lib/activities/queries";
import { feedOf, holderOfFeed } from "@/lib/calendar/feed-key";
import { icsOf } from "@/lib/calendar/ics/calendar";
import { icsEventsOf } from "@/lib/calendar/ics-events";
import { ownActivities } from "@/lib/calendar/own";
import { canFollowCalendar } from "@/lib/calendar/policy";
import { RuleError } from "@/lib/core/errors";
import { t } from "@/lib/i18n/words";
import { countFeedMiss } from "./auth/throttle";
import { companyName } from "./company";
import { type Download, failed, notThere, tooMany } from "./download";
import { speakFor } from "./language";
import { missing } from "./page";
import { request } from "./request";

type Context = { params: Promise<{ token?: string } | undefined> };

const mime = "text/calendar; charset=utf-8";

/** A calendar read without a session: the secret in the address says whose, and what they may see at this very moment what it holds.
 *  Whoever knows no secret hears the same, whatever is lacking. */
export function calendarFeed(_path: RoutePath) {
  return async (asked: Request, { params }: Context): Promise<Response> => {
    try {
      speakFor(undefined);
      const now = Date.now();
      const viewer = readerOf((await params)?.token, now);
      if (!viewer) return await missed();
      speakFor(viewer);
      const scope = scopeFor(probing(viewer), database());
      const events = icsEventsOf(scope, ownActivities(scope, viewer.userId, now), base());
      return served(asked, icsOf(events, { program: t("app.name"), name: `${viewer.name}, ${companyName()}` }));
    } catch (error) {
      return failed(error);
    }
  };
}

/** One activity for whoever's calendar it is put in. */
export function activityIcs(scope: Scope, id: string): Download | typeof missing {
  const activity = findActivity(scope, id);
  if (!activity) return missing;
  return { name: `cartera-${activity.id}.ics`, mime, body: icsOf(icsEventsOf(scope, [activity], base()), { program: t("app.name") }) };
}

/** Where a calendar is read, whole: it is typed into another program. */
export function feedAddress(token: string): string {
  return new URL(`/calendar/feed/${token}.ics`, base()).href;
}

/** Since when the viewer's calendar is read elsewhere, null when it is not; undefined for who has none. */
export function ownFeed(viewer: StaffViewer): { createdAt: number } | null | undefined {
  return canFollowCalendar(viewer) ? (feedOf(database(), viewer.userId) ?? null) : undefined;
}

function readerOf(token: string | undefined, now: number): StaffViewer | undefined {
  const userId = token === undefined ? undefined : holderOfFeed(database(), token.replace(/\.ics$/, ""));
  const viewer = userId === undefined ? undefined : loadStaffViewer(database(), userId, now);
  return viewer && canFollowCalendar(viewer) ? viewer : undefined;
}

async function missed(): Promise<Response> {
  try {
    await countFeedMiss(database(), request().ip);
    return notThere();
  } catch (error) {
    if (error instanceof RuleError) return tooMany(error);
    throw error;
  }
}

/** Other programs ask every few minutes; what they have already is not sent again. */
function served(asked: Request, body: string): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url")}"`;
  const headers = { etag, "cache-control": "private, no-store", "x-robots-tag": "noindex" };
  const known = asked.headers
    .get("if-none-match")
    ?.split(",")
    .map((one) => one.trim().replace(/^W\//, ""));
  if (known?.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, "content-type": mime, "content-disposition": 'attachment; filename="cartera.ics"' } });
}

function base(): URL {
  return new URL(process.env.APP_URL!);
}
