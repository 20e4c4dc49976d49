import type { Locale } from "./keys";

/** The one of our languages that a browser asks for first; Spanish when it asks for neither. */
export function acceptedLocale(header: string | undefined): Locale {
  const wishes = (header ?? "").slice(0, longestHeader).split(",").map(wishOf);
  const [best] = wishes.filter(({ weight }) => weight > 0).sort((one, other) => other.weight - one.weight);
  return best?.locale ?? "es";
}

const longestHeader = 500;

/** "en-US;q=0.8"; a language that is not ours weighs nothing. */
function wishOf(text: string): { locale: Locale; weight: number } {
  const [tag = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const language = tag.split("-")[0];
  const quality = parameters.find((parameter) => parameter.startsWith("q="));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return language === "en" || language === "es" ? { locale: language, weight: weight > 0 ? weight : 0 } : { locale: "es", weight: 0 };
}
