import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconNames } from "@/components/ui/icon-names";
import { colors } from "@/db/vocabulary";

const root = new URL("../../", import.meta.url);
const folder = new URL("components/styles/", root);
const sheets = readdirSync(folder).map((name) => ({ name, css: readFileSync(new URL(name, folder), "utf8") }));
const all = sheets.map(({ css }) => css).join("\n");
const isToken = (name: string) => name === "tokens.css" || name === "palette.css";

test("colours are written in the tokens only", () => {
  const literal = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch)\(|:\s*(?:white|black|red|gray|grey)\b/i;
  expect(sheets.length).toBeGreaterThan(20);
  expect(sheets.filter(({ name, css }) => !isToken(name) && literal.test(css)).map(({ name }) => name)).toEqual([]);
});

test("every property that is used is declared", () => {
  const declared = new Set([...all.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name));
  const used = [...all.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name);
  expect(used.filter((name) => !declared.has(name))).toEqual([]);
});

test("the main sheet brings every sheet in, each in a layer", () => {
  const main = readFileSync(new URL("app/globals.css", root), "utf8");
  const imported = [...main.matchAll(/@import "\.\.\/components\/styles\/([\w-]+\.css)" layer\(\w+\);/g)].map(([, name]) => name);
  expect(imported.sort()).toEqual(sheets.map(({ name }) => name).sort());
});

test("each colour people choose has a class", () => {
  expect(colors.filter((color) => !all.includes(`.color-${color} {`))).toEqual([]);
});

test("the sprite holds the icons that are named", () => {
  const sprite = readFileSync(new URL("public/icons.svg", root), "utf8");
  expect([...sprite.matchAll(/<symbol id="([\w-]+)"/g)].map(([, name]) => name)).toEqual([...iconNames]);
});
