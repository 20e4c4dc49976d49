import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { colors } from "@/db/vocabulary";
import { contrast, tokenColors } from "./specimen/contrast";

const files = ["tokens", "palette"].map((name) => readFileSync(new URL(`../../components/styles/${name}.css`, import.meta.url), "utf8"));
const tokens = tokenColors(files.join("\n"));
const schemes = ["light", "dark"] as const;
const grounds = ["paper", "sheet", "well"];

const words: [string, string][] = [
  ...grounds.flatMap((ground) => ["ink", "ink-soft", "ink-faint", "press", "late", "soon", "good"].map((ink): [string, string] => [ink, ground])),
  ...["late", "soon", "good"].flatMap((tone): [string, string][] => [
    [tone, `${tone}-wash`],
    ["ink", `${tone}-wash`],
    ["press", `${tone}-wash`],
  ]),
  ["press", "press-wash"],
  ["ink", "press-wash"],
  ["ink-soft", "press-wash"],
  ["press-ink", "press"],
  ["press-ink", "press-strong"],
  ...colors.map((color): [string, string] => [color, `${color}-wash`]),
];
const shapes: [string, string][] = grounds.flatMap((ground) => ["frame", "must", "press", ...colors].map((ink): [string, string] => [ink, ground]));

test.each(schemes)("every word can be read in %s", (scheme) => {
  const faint = words.filter(([ink, ground]) => contrast(tokens(ink, scheme), tokens(ground, scheme)) < 4.5);
  expect(words).toHaveLength(51);
  expect(faint).toEqual([]);
});

test.each(schemes)("every frame, mark and bar can be seen in %s", (scheme) => {
  const faint = shapes.filter(([ink, ground]) => contrast(tokens(ink, scheme), tokens(ground, scheme)) < 3);
  expect(faint).toEqual([]);
});
