import { z } from "zod";

export const longestSubject = 200;
export const longestName = 100;
export const longestText = 20_000;
/** Where a mail that is kept hides its one-time link. */
export const linkPlace = "https://•••";

/** What breaks or turns a line: control characters, line ends of any kind, marks of direction, and what shows as nothing. */
const unruly = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/gu;

const address = z.string().max(254).pipe(z.email());

/** One line and nothing else, cut by whole characters: safe to stand in a header. */
export function cleanLine(text: string, longest: number): string {
  return [...text.replace(unruly, " ").replace(/ {2,}/g, " ").trim()].slice(0, longest).join("").trim();
}

/** What is longer ends in an ellipsis that fits: nobody takes a part for the whole. Whole characters, as the database counts them. */
export function shortened(text: string, longest: number): string {
  const letters = [...text];
  if (letters.length <= longest) return text;
  letters.length = longest - 1;
  return `${letters.join("").trimEnd()}…`;
}

/** The name of a file in one line: what is cut off is cut before its ending, by which whoever gets it opens it. */
export function cleanFileName(name: string, longest: number): string {
  const line = cleanLine(name, Number.POSITIVE_INFINITY);
  const ending = /\.[^.\s]{1,10}$/u.exec(line)?.[0] ?? "";
  return cleanLine(line.slice(0, line.length - ending.length), longest - [...ending].length) + ending;
}

/** Lines stay lines; other control characters go. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
}

/** One plain mailbox `name@host` in ASCII: no display name, comment, list, quote or look-alike of the at sign. */
export function isMailbox(text: string): boolean {
  return address.safeParse(text).success;
}
