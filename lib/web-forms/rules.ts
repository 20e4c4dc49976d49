import { type ReviewReason, type WebFormField, type WebFormUse, webFormFields } from "@/db/vocabulary";

export type Uses = Record<WebFormField, WebFormUse>;
/** What was typed in a form on the web. */
export type Said = { name: string } & Record<WebFormField, string | null>;

/** How the columns of a prospect call what a visitor came by. */
export const cameFields = ["utmSource", "utmMedium", "utmCampaign", "utmTerm", "utmContent", "referrer"] as const;
export type Came = Partial<Record<(typeof cameFields)[number], string>>;

/** The names of the fields that tell a campaign, as they stand in an address. */
export const utmNames = {
  utmSource: "utm_source",
  utmMedium: "utm_medium",
  utmCampaign: "utm_campaign",
  utmTerm: "utm_term",
  utmContent: "utm_content",
} as const;

/** How long what waits to be looked at is kept. */
export const keptDays = 30;
/** No more waits than somebody can look through; beyond it nothing more is taken to wait. */
export const mostWaiting = 5_000;

const shortestMs = 3_000;
const longestMs = 24 * 3_600_000;
const mostLinks = 2;

/** The fields that are shown, in their order. */
export function shownFields(uses: Uses): WebFormField[] {
  return webFormFields.filter((field) => uses[field] !== "hidden");
}

/** Where a phone and an e-mail are shown and neither has to be there, one of them has to. */
export function asksAnyContact(uses: Uses): boolean {
  return uses.phone !== "required" && uses.email !== "required";
}

type Sending = { said: Said; trap: string; issuedAt: number | undefined; now: number };

/** What makes one look twice at what was sent. A form on another site cannot tell when it was drawn: that is looked at too. */
export function doubtsAbout({ said, trap, issuedAt, now }: Sending): ReviewReason[] {
  const age = issuedAt === undefined ? undefined : now - issuedAt;
  const links = linksIn(said.message ?? "");
  const isElsewhere = [said.name, said.company, said.region, said.subject].some((text) => linksIn(text ?? "") > 0);
  const found: [ReviewReason, boolean][] = [
    ["honeypot", trap !== ""],
    ["unsigned", age === undefined],
    ["too_fast", age !== undefined && age < shortestMs],
    ["too_old", age !== undefined && age > longestMs],
    ["links", links > mostLinks || isElsewhere],
  ];
  return found.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

export function isRetired({ retiredAt }: { retiredAt: number | null }): boolean {
  return retiredAt !== null;
}

function linksIn(text: string): number {
  return text.match(/https?:\/\/|www\.|\[url|<a\b/gi)?.length ?? 0;
}
