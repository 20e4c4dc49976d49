import type { Uses } from "./rules";

type Fields = { fields: Uses; sites: string[] } & Record<"name" | "title" | "locale" | "address", string> &
  Record<"intro" | "campaign" | "thanks" | "returnUrl", string | null> &
  Record<"originId" | "channelId", number | null> &
  Record<"isReviewed" | "isAccepting", boolean> & { ownerIds: number[] };

/** What its settings show of a form, by field. */
export function webFormValues({ fields, ...form }: Fields) {
  const { name, title, intro, locale, address, originId, channelId, campaign, ownerIds, thanks, returnUrl, sites, isReviewed, isAccepting } = form;
  return {
    ...{ name, title, intro, locale, address, originId, channelId, campaign, ownerIds, thanks, returnUrl, sites: sites.join("\n"), isReviewed, isAccepting },
    ...{ useCompany: fields.company, usePhone: fields.phone, useEmail: fields.email, useRegion: fields.region },
    ...{ useSubject: fields.subject, useMessage: fields.message },
  };
}
