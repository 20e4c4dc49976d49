import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build, type Plugin } from "esbuild";
import { expect, test } from "vitest";
import { promise } from "../support/promise";
import { type Mutant, mutantsOf } from "./matrix/mutants";
import { matrixWorld } from "./matrix/world";

const root = process.cwd();
const files = [
  ...["admit", "hidden", "load-customer", "load-staff", "permissions", "visibility"].map((name) => `lib/access/${name}.ts`),
  ...["accounts", "activities", "documents", "events", "open", "trash"].map((name) => `lib/access/relations/${name}.ts`),
];

/** Changes that change nothing: the file, words of the line and the one before, and why. */
const equivalent: [file: string, words: string, why: string][] = [
  ["lib/access/load-customer.ts", "leftJoin(company,", "there is one company, held by a check of its table"],
  ["lib/access/load-staff.ts", "leftJoin(company,", "there is one company, held by a check of its table"],
  [
    "lib/access/load-staff.ts",
    "innerJoin(profileGrants, eq(profileGrants.profileId, userProfiles.profileId))",
    "the grants are told apart by profile again where they are read",
  ],
  ["lib/access/visibility.ts", "?? nothing", "there is always a condition"],
  ["lib/access/visibility.ts", "&& isStart(reach.circle)", "chooses between shapes of a query that show the same"],
  ["lib/access/visibility.ts", 'circle.others === "few"', "chooses between shapes of a query that show the same"],
  ["lib/access/visibility.ts", 'circle.size !== "some"', "chooses between shapes of a query that show the same"],
  ["lib/access/relations/accounts.ts", "nothing, hidden", "a relation without rows has no column to hide"],
  ["lib/access/relations/activities.ts", "nothing, hidden", "a relation without rows has no column to hide"],
  ["lib/access/load-staff.ts", "<= fewAccounts", "chooses between shapes of a query that show the same"],
  ["lib/access/load-staff.ts", "<= someAccounts", "chooses between shapes of a query that show the same"],
];

test("the matrix notices every slip in the rules of visibility", { timeout: 3_600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "cartera-mutants-"));
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const { db, ids } = matrixWorld();
  const image = db.$client.serialize();
  const wrongWith = async (place: number, mutant?: Mutant) => {
    const file = join(folder, `${place}.mjs`);
    await bundle(file, mutant);
    return differenceOf(pathToFileURL(file).href, { image, ids });
  };
  expect(await wrongWith(0), "the rules as they stand").toBeUndefined();

  const mutants = files.flatMap((file) => mutantsOf(file, readFileSync(join(root, file), "utf8"))).filter((mutant) => !isEquivalent(mutant));
  const survivors: string[] = [];
  for (const [place, mutant] of mutants.entries()) {
    // One that does not run at all is noticed as well.
    const wrong = await wrongWith(place + 1, mutant).catch(() => "it does not run");
    if (wrong !== undefined) continue;
    survivors.push(`${mutant.file}:${mutant.line} ${mutant.what}`);
    console.log(`${place + 1} of ${mutants.length}: ${survivors.at(-1)} not noticed`);
  }
  rmSync(folder, { recursive: true });
  promise("A1", `${mutants.length - survivors.length} of ${mutants.length} slips in the rules of visibility noticed`);
  expect(survivors).toEqual([]);
});

/** In a thread of its own: what one process imports it never lets go, and some hundred copies of the product are more than it holds. */
function differenceOf(href: string, company: object): Promise<string | undefined> {
  const { promise: told, resolve, reject } = Promise.withResolvers<string | undefined>();
  const worker = new Worker(running, { eval: true, workerData: { href, ...company } });
  worker.once("message", resolve).once("error", reject);
  return told.finally(() => worker.terminate());
}

const running = `
  const { parentPort, workerData: { href, image, ids } } = require("node:worker_threads");
  import(href).then(({ difference }) => parentPort.postMessage(difference(Buffer.from(image), ids)));
`;

function isEquivalent({ file, line }: Mutant): boolean {
  const text = readFileSync(join(root, file), "utf8")
    .split("\n")
    .slice(line - 2, line)
    .join("\n");
  return equivalent.some(([path, words]) => file === path && text.includes(words));
}

async function bundle(outfile: string, mutant?: Mutant) {
  const entry = join(root, "tests/access/matrix/mutation-run.ts");
  const options = { bundle: true, platform: "node", format: "esm", packages: "external", tsconfig: join(root, "tsconfig.json"), logLevel: "silent" } as const;
  await build({ ...options, entryPoints: [entry], outfile, plugins: mutant ? [exchanged(mutant)] : [] });
}

function exchanged({ file, text }: Mutant): Plugin {
  return {
    name: "mutant",
    setup: ({ onLoad }) => onLoad({ filter: /\.ts$/ }, ({ path }) => (relative(root, path) === file ? { contents: text, loader: "ts" } : undefined)),
  };
}
