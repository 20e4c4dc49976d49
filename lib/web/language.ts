import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { company } from "@/db/schema";
import { prepared } from "@/lib/access/prepared";
import type { Viewer } from "@/lib/access/viewer";
import { setCurrent } from "@/lib/i18n/current";
import type { Locale } from "@/lib/i18n/keys";
import { isPackCode, packs } from "@/lib/i18n/packs";
import { isRuleAskedOf } from "@/lib/required/policy";
import { ownWordsAt } from "@/lib/settings/own-words";
import { request } from "./request";

/** From here on this request speaks the viewer's language, or the one it is told, in the company's formats. */
export function speakFor(viewer: Viewer | undefined, locale = languageFor(viewer)) {
  const settings = formatsQuery(database()).get();
  const pack = packs[settings && isPackCode(settings.pack) ? settings.pack : "XX"];
  const words = settings && ownWordsAt(database(), settings.wordsVersion)[locale];
  const requiredFields = viewer && settings?.requiredFields.filter((key) => isRuleAskedOf(viewer, key));
  setCurrent({ locale, pack, zone: viewer?.zone ?? settings?.zone ?? pack.zone, currency: settings?.currency ?? pack.currency, words, requiredFields });
}

/** A colleague's own; for strangers and customers what their browser asks for. */
export function languageFor(viewer: Viewer | undefined): Locale {
  return viewer?.kind === "staff" ? viewer.locale : request().locale;
}

const formatsQuery = prepared((reader) =>
  reader
    .select({
      ...{ pack: company.pack, currency: company.currency, zone: company.zone },
      ...{ wordsVersion: company.wordsVersion, requiredFields: company.requiredFields },
    })
    .from(company)
    .where(eq(company.id, 1))
    .prepare(),
);
