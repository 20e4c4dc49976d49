import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { renderSheet } from "@/lib/documents/pdf/render";
import { renderInChild } from "@/lib/jobs/render";
import { sampleLogo, sampleSheet } from "./sample";

// Inside the project, so that the bundle finds the packages it leaves outside.
const folder = mkdtempSync(join(process.cwd(), "node_modules/.render-child-"));
const childPath = join(folder, "render-child.mjs");
const outPath = join(folder, "out.pdf");
const limits = { childPath, outPath, timeoutMs: 60_000, maxOldSpaceMb: 512 };

beforeAll(async () => {
  const alias = { "@": process.cwd() };
  await build({
    entryPoints: ["scripts/render-child.ts"],
    outfile: childPath,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    jsx: "automatic",
    alias,
  });
});

afterAll(() => rmSync(folder, { recursive: true }));

test("the child writes the very bytes the parent would have drawn", async () => {
  const sheet = sampleSheet({ issuer: { ...sampleSheet().issuer, logo: new Uint8Array(await sampleLogo()) } });
  const result = await renderInChild(sheet, limits);
  const written = readFileSync(outPath);

  expect(result).toEqual({ bytes: written.length, sha256: createHash("sha256").update(written).digest("hex") });
  expect(Buffer.compare(written, await renderSheet(sheet))).toBe(0);
});

test("a child that loops is killed at the time limit and leaves no file", async () => {
  const looping = stubChild("looping", `writeFileSync(order.outPath, "half"); console.error("still at line 7"); while (true);`);

  await expect(renderInChild(sampleSheet(), { ...limits, childPath: looping, timeoutMs: 1500 })).rejects.toThrow("took longer than 1500 ms and was stopped");
  expect(existsSync(outPath)).toBe(false);
});

test("a child that fills its heap dies alone", async () => {
  const hungry = stubChild("hungry", "const all = []; while (true) all.push({ order: [all.length] });");

  await expect(renderInChild(sampleSheet(), { ...limits, childPath: hungry, maxOldSpaceMb: 32 })).rejects.toThrow(/failed \(SIG[A-Z]+\)[\s\S]*heap/);
});

test("what the child complained of comes back", async () => {
  const sheet = sampleSheet({ issuer: { ...sampleSheet().issuer, logo: new Uint8Array([1]) } });

  await expect(renderInChild(sheet, limits)).rejects.toThrow(/failed \(1\)[\s\S]*neither PNG nor JPEG/);
  await expect(renderInChild(sheet, { ...limits, childPath: join(folder, "none.mjs") })).rejects.toThrow(/failed \(1\)[\s\S]*Cannot find module/);
});

function stubChild(name: string, body: string) {
  const path = join(folder, `${name}.mjs`);
  writeFileSync(path, `import { writeFileSync } from "node:fs"; process.once("message", (order) => { ${body} });`);
  return path;
}
