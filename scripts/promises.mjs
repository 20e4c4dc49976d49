import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { declaredPromises, unheldPromises } from "./promises/declared.mjs";
import { keptResults, resultKey } from "./promises/results.mjs";
import { rowOf } from "./promises/rows.mjs";
import { root } from "./stamp.mjs";

const page = join(root, "docs", "promises.md");
const marker = "<!-- table -->";
const columns = ["", "Promise", "Test", "Tier", "Figure reached", "Last result"];

const [option] = process.argv.slice(2);
if (option === "--check") check();
else if (option === "--write") write();
else console.log(table());

/** Says how the page differs from what the tests declare; nothing when it does not. */
function check() {
  const written = rowsWritten();
  const declared = new Set(declaredPromises().map(({ id, file }) => resultKey(id, file)));
  for (const { id, file, says } of declaredPromises()) {
    if (!says) console.log(`${file} holds ${id}, which tests/promises.ts does not say`);
    if (!written.has(resultKey(id, file))) console.log(`docs/promises.md lacks ${id} of ${file}; run «npm run promises -- --write»`);
  }
  for (const key of written.keys()) if (!declared.has(key)) console.log(`docs/promises.md names ${key}, which no test declares`);
  for (const id of unheldPromises()) console.log(`tests/promises.ts says ${id}, which no test holds`);
}

function write() {
  const [preface] = readFileSync(page, "utf8").split(marker);
  writeFileSync(page, `${preface}${marker}\n\n${table()}\n`);
}

/** A test that has not run here keeps what the page says of it. */
function table() {
  const results = keptResults();
  const written = rowsWritten();
  const rows = declaredPromises().map(({ id, says, file, tier }) => {
    const key = resultKey(id, file);
    return rowOf({ id, says, file, tier }, results[key], written.get(key));
  });
  return [columns, columns.map(() => "---"), ...rows].map((cells) => `| ${cells.map(escaped).join(" | ")} |`).join("\n");
}

function rowsWritten() {
  const text = existsSync(page) ? (readFileSync(page, "utf8").split(marker)[1] ?? "") : "";
  const rows = text.split("\n").filter((line) => /^\| [A-Z]\d+ \|/.test(line));
  return new Map(
    rows.map((line) => {
      const cells = line
        .slice(2, -2)
        .split(" | ")
        .map((text) => text.replaceAll("\\|", "|"));
      return [resultKey(cells[0], /`([^`]+)`/.exec(cells[2])[1]), cells];
    }),
  );
}

function escaped(text) {
  return String(text).replace(/\|/g, "\\|").replace(/\s+/g, " ");
}
