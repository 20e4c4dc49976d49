import { readFileSync } from "node:fs";
import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";

const root = new URL("../../../", import.meta.url);

/** A whole page as a browser gets it, its styles in place. */
export function document(body: ReactElement) {
  return `<!doctype html><html lang="es"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Muestra</title><style>${styles()}</style><body>${renderToStaticMarkup(body)}</body></html>`;
}

/** app/globals.css with what it imports put in its place. */
export function styles() {
  const main = new URL("app/globals.css", root);
  return readFileSync(main, "utf8").replace(
    /@import "([^"]+)" layer\((\w+)\);/g,
    (_, path: string, layer: string) => `@layer ${layer} {\n${readFileSync(new URL(path, main), "utf8")}\n}`,
  );
}
