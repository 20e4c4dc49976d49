import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { fill, sparseTables } from "./filled";
import { world } from "./world";

/** Keeps a filled company of this release for the upgrades to come: build it with `bundled`, run it once per release, commit what it writes. */
const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
const rows = 200;

const { db } = world();
fill(db, rows);
const sparse = sparseTables(db, rows).filter((table) => !["company", "schema_versions"].includes(table));
if (sparse.length > 0) throw new Error(`Too few rows in ${sparse.join(", ")}`);

mkdirSync("tests/data/db", { recursive: true });
const copy = `tests/data/db/v${version}.sqlite`;
db.$client.prepare("vacuum into ?").run(copy);
writeFileSync(`${copy}.gz`, gzipSync(readFileSync(copy), { level: 9 }));
rmSync(copy);
