import type { Verb } from "@/db/vocabulary";
import type { Policy } from "./registry";

const to = (verb: Verb) => ({ module: "users", verb }) as const;

/** The registry's entries about who is in the team and what each may do: its pages, and its forms by their events. */
export const teamPages = {
  "/settings/users": to("view"),
  "/settings/users/new": to("create"),
  "/settings/users/[id]": to("edit"),
  "/settings/users/[id]/handover": to("edit"),
  "/settings/roles": to("view"),
  "/settings/roles/new": to("configure"),
  "/settings/roles/[id]": to("configure"),
  "/settings/profiles/new": to("configure"),
  "/settings/profiles/[id]": to("configure"),
  "/settings/groups/new": to("configure"),
  "/settings/groups/[id]": to("configure"),
} as const satisfies Record<string, Policy>;

export const teamActions = {
  "user.created": to("create"),
  "user.edited": to("edit"),
  "user.deactivated": to("edit"),
  "user.activated": to("edit"),
  "user.sessions_ended": to("edit"),
  "user.invited": to("edit"),
  "user.mailed": to("edit"),
  "user.uninvited": to("edit"),
  "user.handed_over": to("edit"),
  "calendar_feed.made": { module: "activities", verb: "view" },
  "calendar_feed.ended": { module: "activities", verb: "view" },
  "role.created": to("configure"),
  "role.edited": to("configure"),
  "role.removed": to("configure"),
  "profile.created": to("configure"),
  "profile.edited": to("configure"),
  "profile.removed": to("configure"),
  "scheme.preset_applied": to("configure"),
  "group.created": to("configure"),
  "group.edited": to("configure"),
} as const satisfies Record<string, Policy>;
