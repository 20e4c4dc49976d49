import { basename, join } from "node:path";
import { build } from "esbuild";

/** A program of the tests, as one file that a process of its own can run. */
export async function bundled(source: string): Promise<string> {
  const outfile = join(process.cwd(), "dist", "tests", basename(source).replace(/\.ts$/, ".mjs"));
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": process.cwd() },
    logLevel: "error",
  });
  return outfile;
}
