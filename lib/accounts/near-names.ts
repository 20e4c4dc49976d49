import leven from "leven";
import { fold } from "@/lib/core/text";

/** What companies are, as it stands behind their names from Mexico to Argentina. */
const forms = new Set([
  ..."sa cv sab sapi sas saic sacif saci sac saa srl rl sc sca scs ac sl slu spa eirl eu ca bic spr sofom enr".split(" "),
  ..."ltda limitada ltd limited inc incorporated corp corporation llc llp co cia compania company".split(" "),
]);
const joining = new Set(["de", "y", "e", "and"]);
const written =
  /\bsociedad (anonima|de responsabilidad|por acciones|civil|en comandita)\b|\b(de capital variable|simplificada|bursatil|promotora de inversion)\b/g;

/** The words a name is told by: folded, without what kind of company it is. «Ferretería López, S. A. de C. V.» is `ferreteria lopez`. */
export function coreOf(name: string): string[] {
  const words = wordsOf(fold(name).replace(/[.'’]/g, ""));
  const core = dropForms(wordsOf(words.join(" ").replace(written, " sa ")));
  return core.length > 0 ? core : words;
}

/** The same name but for a letter or two, the order of its words or the blanks between them. Numbers and short words count whole: the second branch
 *  is not the third. */
export function isNear(one: readonly string[], other: readonly string[]): boolean {
  if (numbersOf(one) !== numbersOf(other)) return false;
  const [a, b] = [one.toSorted().join(" "), other.toSorted().join(" ")];
  if (a === b || one.join("") === other.join("")) return true;
  const distances = one.length === other.length ? one.map((word, place) => distanceOf(word, other[place]!)) : [Number.POSITIVE_INFINITY];
  return distances.reduce((sum, distance) => sum + distance, 0) <= 2;
}

function distanceOf(one: string, other: string): number {
  const letters = Math.min(one.length, other.length);
  const tolerated = letters < 4 ? 0 : letters < 6 ? 1 : 2;
  const distance = leven(one, other, { maxDistance: tolerated + 1 });
  return distance > tolerated ? Number.POSITIVE_INFINITY : distance;
}

/** Letters that stand alone are one word: «S A» is «SA». */
function wordsOf(text: string): string[] {
  const joined = text.replace(/(?<=(?<![\p{L}\p{N}])\p{L})[^\p{L}\p{N}]+(?=\p{L}(?![\p{L}\p{N}]))/gu, "");
  return joined.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

function dropForms(words: string[]): string[] {
  const end = words.findLastIndex((word) => !forms.has(word) && !joining.has(word)) + 1;
  return words.slice(end).some((word) => forms.has(word)) ? words.slice(0, end) : words;
}

function numbersOf(words: readonly string[]): string {
  return words.filter((word) => /\d/.test(word)).join(" ");
}
