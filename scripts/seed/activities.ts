import type { Handle } from "@/db/open";
import { deeds } from "@/db/seeds/bench";
import type { SeededAccount } from "./accounts";
import { bulk } from "./bulk";

const day = 86_400_000;
const halfHour = 1_800_000;
const activitiesEach = 2;
const kinds = ["call", "visit", "task", "meeting"] as const;
const about = ["id", "kind", "status", "subject", "account_id", "contact_id", "owner_id", "created_by"];
const timed = ["starts_at", "ends_at", "starts_at_utc", "ends_at_utc", "done_at", "created_at", "updated_at", "version"];

/** Spread over the year before `now` and the month after; of those past nearly all are done. */
export function activityWriter(handle: Handle, { now }: { now: number }) {
  const activities = bulk(handle, "activities", [...about, ...timed], { zone: "'America/Mexico_City'" });

  const add = ({ id, contacts, seller, random }: SeededAccount) => {
    for (let order = 0; order < activitiesEach; order += 1) {
      const startsAt = now + (random.below(400) - 370) * day + (random.below(40) - 14) * (halfHour / 2);
      const endsAt = startsAt + halfHour;
      const isDone = endsAt < now && random.fraction() < 0.98;
      const plannedAt = startsAt - 2 * day < now ? startsAt - 2 * day : now;
      activities.add(
        ...[(id - 1) * activitiesEach + order + 1, random.one(kinds), isDone ? "done" : "planned", random.one(deeds)],
        ...[id, contacts[order]!.id, seller.id, seller.id],
        ...[wallTime(startsAt), wallTime(endsAt), startsAt, endsAt, isDone ? endsAt : null, plannedAt, isDone ? endsAt : plannedAt, isDone ? 2 : 1],
      );
    }
  };
  return { add, flush: activities.flush };
}

/** Since 2022 this zone has no summer time; asking the calendar would be a fifth of the seed. */
export function wallTime(instant: number): string {
  return new Date(instant - 21_600_000).toISOString().slice(0, 16);
}
