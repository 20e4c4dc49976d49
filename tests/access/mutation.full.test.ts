import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";
import { expect, test } from "vitest";
import { promise } from "../support/promise";
import { type Mutant, mutantsOf } from "./matrix/mutants";
import { inParallel } from "./matrix/wire";

const root = process.cwd();
const files = [
  ...["admit", "hidden", "load-customer", "load-staff", "permissions", "visibility"].map((name) => `lib/access/${name}.ts`),
  ...["accounts", "activities", "documents", "events", "open"].map((name) => `lib/access/relations/${name}.ts`),
];

/** Changes that change nothing: the file, words of the line, and why. */
const equivalent: [file: string, words: string, why: string][] = [];

test("the matrix notices every slip in the rules of visibility", { timeout: 3_600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "cartera-mutants-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  symlinkSync(join(root, "db"), join(folder, "db"));
  expect(await differences(folder), "the rules as they stand").toBe(0);

  const mutants = files.flatMap((file) => mutantsOf(file, readFileSync(join(root, file), "utf8"))).filter((mutant) => !isEquivalent(mutant));
  const survivors: string[] = [];
  await inParallel(
    mutants,
    async (mutant) => {
      if ((await differences(folder, mutant)) === 0) survivors.push(`${mutant.file}:${mutant.line} ${mutant.what}`);
    },
    2,
  );
  rmSync(folder, { recursive: true });
  promise("A1", `${mutants.length - survivors.length} of ${mutants.length} slips in the rules of visibility noticed`);
  expect(survivors.sort()).toEqual([]);
});

function isEquivalent({ file, line }: Mutant): boolean {
  const text = readFileSync(join(root, file), "utf8").split("\n")[line - 1]!;
  return equivalent.some(([path, words]) => file === path && text.includes(words));
}

let made = 0;

/** How many cells differ from the model with this source; one that does not run at all is noticed as well. */
async function differences(folder: string, mutant?: Mutant): Promise<number | "fails"> {
  made += 1;
  const outfile = join(folder, `${made}.mjs`);
  const entry = join(root, "tests/access/matrix/mutation-run.ts");
  const options = { bundle: true, platform: "node", format: "esm", packages: "external", tsconfig: join(root, "tsconfig.json"), logLevel: "silent" } as const;
  await build({ ...options, entryPoints: [entry], outfile, plugins: mutant ? [exchanged(mutant)] : [] });
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [outfile], { cwd: root, timeout: 60_000 });
    return Number(stdout);
  } catch (error) {
    if (!mutant) throw error;
    return "fails";
  } finally {
    rmSync(outfile);
  }
}

function exchanged({ file, text }: Mutant): Plugin {
  return {
    name: "mutant",
    setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, ({ path }) => (relative(root, path) === file ? { contents: text, loader: "ts" } : undefined)),
  };
}
