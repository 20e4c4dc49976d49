"use server";

import { z } from "zod";
import { locales } from "@/db/vocabulary";
import { endFeed as endFeedOf, makeFeed as makeFeedOf } from "@/lib/calendar/feed-key";
import { canFollowCalendar } from "@/lib/calendar/policy";
import { id } from "@/lib/core/fields";
import { changePassword, chooseLanguage, endOtherSessions } from "@/lib/web/auth/own-access";
import { seeAs, seeAsCustomer, stopSeeing } from "@/lib/web/auth/see-as";
import { feedAddress } from "@/lib/web/calendar-feed";
import { formAction } from "@/lib/web/form-action";
import { identityAction } from "@/lib/web/identity-action";
import { linkAction } from "@/lib/web/link-action";

export const speak = identityAction({ entry: "app/(staff)/settings/me/actions.ts#speak", form: z.object({ locale: z.enum(locales) }), run: chooseLanguage });

export const change = identityAction({
  entry: "app/(staff)/settings/me/actions.ts#change",
  form: z.object({ currentPassword: z.string().min(1).max(1024), password: z.string().min(1).max(1024) }),
  run: changePassword,
});

export const endOthers = identityAction({ entry: "app/(staff)/settings/me/actions.ts#endOthers", form: z.object({}), run: endOtherSessions });

export const lookAs = identityAction({ entry: "app/(staff)/settings/me/actions.ts#lookAs", form: z.object({ id: id() }), run: seeAs });

export const lookAsCustomer = identityAction({
  entry: "app/(staff)/settings/me/actions.ts#lookAsCustomer",
  form: z.object({ id: id() }),
  run: seeAsCustomer,
});

export const endSight = identityAction({ entry: "app/(staff)/settings/me/actions.ts#endSight", form: z.object({}), run: stopSeeing });

export const makeFeed = linkAction({
  event: "calendar_feed.made",
  form: z.object({}),
  subject: ({ viewer }) => (viewer.kind === "staff" ? viewer : undefined),
  allow: canFollowCalendar,
  run: ({ tx, subject, now }) => makeFeedOf(tx, subject, now),
  address: feedAddress,
  to: () => "/settings/me",
});

export const endFeed = formAction({
  event: "calendar_feed.ended",
  form: z.object({}),
  subject: ({ viewer }) => (viewer.kind === "staff" ? viewer : undefined),
  allow: canFollowCalendar,
  run: ({ tx, subject }) => endFeedOf(tx, subject),
  next: () => ({ to: "/settings/me", notice: "calendar.feed_ended" }),
});
