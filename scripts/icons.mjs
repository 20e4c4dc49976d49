import { readFileSync, writeFileSync } from "node:fs";
import { iconNames } from "../components/ui/icon-names.ts";

const source = new URL("../node_modules/lucide-static/icons/", import.meta.url);
const target = new URL("../public/icons.svg", import.meta.url);

writeFileSync(target, `<svg xmlns="http://www.w3.org/2000/svg">\n${iconNames.map(symbol).join("\n")}\n</svg>\n`);

/** Stroke and colour come from the page's style sheet, so only the shapes are kept. */
function symbol(name) {
  const shapes = readFileSync(new URL(`${name}.svg`, source), "utf8").match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1];
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.replace(/\s*\n\s*/g, "")}</symbol>`;
}
