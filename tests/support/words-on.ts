import { type HTMLElement, NodeType, parse } from "node-html-parser";
import { countryChoices } from "@/lib/i18n/countries";
import { neutral, runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { catalogs } from "@/lib/i18n/words";
import { dateFormats } from "@/lib/imports/values";

const english = new Set(catalogs.en.values());

/** What the Spanish catalog says and the English one nowhere does. */
export const spanishSentences = new Set([...catalogs.es.values()].filter((text) => text.length >= 4 && !text.includes("{") && !english.has(text)));

/** What is written alike whoever reads: countries as English has them, regions, a language by its own name, and the values of a choice. */
const proper = new Set<string>([
  ...runWith({ ...neutral, locale: "en" }, () => countryChoices().map(({ name }) => name)),
  ...Object.values(packs).flatMap(({ divisions }) => divisions.map(({ name }) => name)),
  ...dateFormats,
  "Español",
]);

const spoken = ["aria-label", "title", "placeholder", "alt"];
const marks = /[áéíóúñü¿¡«»]|(?<![\w-])(de|del|el|los|las|sin|una|para|por|que|hay|fue|esto?|desde|hasta)(?![\w-])/i;

export type Leak = { text: string; why: "sentence" | "mark" };

/** Every text a visitor reads or hears on a page: text nodes, spoken attributes, and the words handed to scripts. */
export function wordsOn(html: string): { texts: string[]; handed: string[] } {
  const document = parse(html);
  for (const element of document.querySelectorAll("script, style, datalist, select[name=zone]")) element.remove();
  const attributes = document
    .querySelectorAll(spoken.map((name) => `[${name}]`).join())
    .flatMap((element) => spoken.map((name) => element.getAttribute(name) ?? ""));
  const texts = [...textNodes(document), ...attributes].map((text) => text.replace(/\s+/g, " ").trim()).filter(Boolean);
  return { texts, handed: [...html.matchAll(/\\"((?:[^"\\]|\\\\.)*)\\"/g)].map(([, text]) => text!) };
}

/** What should not stand on an English page. */
export function leaksOn(html: string): Leak[] {
  const { texts, handed } = wordsOn(html);
  return [
    ...[...texts, ...handed].filter((text) => spanishSentences.has(text) && !proper.has(text)).map((text) => ({ text, why: "sentence" as const })),
    ...texts.filter((text) => !spanishSentences.has(text) && marks.test(text) && !proper.has(text)).map((text) => ({ text, why: "mark" as const })),
  ];
}

function textNodes(element: HTMLElement): string[] {
  return element.childNodes.flatMap((node) =>
    node.nodeType === NodeType.TEXT_NODE ? [parse(node.rawText).textContent] : node.nodeType === NodeType.ELEMENT_NODE ? textNodes(node as HTMLElement) : [],
  );
}
