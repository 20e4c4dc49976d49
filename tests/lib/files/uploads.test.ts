import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { RuleError } from "@/lib/core/errors";
import { type Prepared, prepareFile } from "@/lib/files/prepare";
import { keepFile, keptPath } from "@/lib/files/store";
import { tMaybe } from "@/lib/i18n/words";
import { type Hostile, hostileFiles } from "../../support/hostile/files";
import { promise } from "../../support/promise";
import { emptyFolder } from "../../support/server";

const most = 20 * 1_048_576;

/** Keeps a file as an upload does, or says why not. */
async function received({ bytes, name }: Hostile): Promise<Prepared | string> {
  try {
    return await prepareFile({ ...(await keepFile(bytes, most)), name }, "archivo");
  } catch (error) {
    if (error instanceof RuleError) return error.code;
    throw error;
  }
}

test("whatever is sent is kept as what it is and as nothing else, or refused with a reason", { timeout: 120_000 }, async () => {
  process.env.DATA_DIR = emptyFolder();
  const corpus = await hostileFiles();
  const wrong: string[] = [];
  let kept = 0;
  for (const one of corpus) {
    const answer = await received(one);
    if (typeof answer === "string") {
      if (answer !== one.refused) wrong.push(`${one.name}: refused for ${answer}`);
      if (tMaybe(answer, { max: 1 }) === tMaybe("no such code")) wrong.push(`${one.name}: ${answer} has no sentence`);
      continue;
    }
    kept += 1;
    if (one.kept === undefined || !answer.mime.includes(one.kept)) wrong.push(`${one.name}: kept as ${answer.mime}`);
    wrong.push(...(await dangersOf(answer)).map((danger) => `${one.name}: ${danger}`));
  }
  const naive = await Promise.all(corpus.filter(({ bytes }) => bytes.length > 0).map(async (one) => dangersOf(await asSent(one))));
  const noticed = naive.filter((dangers) => dangers.length > 0).length;
  const outside = leavesIn(process.env.DATA_DIR).filter((path) => !/^files\/[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}$/.test(path));
  promise(
    "F1",
    `${corpus.length} hostile files: ${kept} kept safe, ${corpus.length - kept} refused, ${wrong.length} wrong; kept as sent, ${noticed} of them would be dangerous`,
  );
  expect(wrong).toEqual([]);
  expect(outside).toEqual([]);
  expect(corpus.length).toBeGreaterThanOrEqual(60);
  expect(noticed).toBeGreaterThan(25);
});

test("a photograph stands upright, without its place, its camera or its words, whole and small", async () => {
  process.env.DATA_DIR = emptyFolder();
  const photo = (await hostileFiles())[0]!;
  expect(await sharp(photo.bytes).metadata()).toMatchObject({ width: 80, height: 40, orientation: 6, exif: expect.anything() });
  const { sha256, thumbnail } = (await received(photo)) as Prepared;
  for (const name of [sha256, thumbnail!.sha256]) {
    const bytes = readFileSync(keptPath(name));
    const { width, height, exif, xmp, icc, orientation } = await sharp(bytes).metadata();
    expect({ width, height, exif, xmp, icc, orientation }).toEqual({ width: 40, height: 80 });
    expect(bytes.toString("latin1")).not.toMatch(/script|Telefono/);
  }
});

const more = ["marca", "<html", "<?php", "PK\x03\x04", "Exif", "GPS"];

/** What would harm whoever opens or downloads it. */
async function dangersOf({ sha256, name, mime }: Prepared): Promise<string[]> {
  const bytes = readFileSync(keptPath(sha256));
  const dangers: string[] = [];
  const isPicture = mime.startsWith("image/");
  const ending = name.split(".").at(-1)!;
  if (isPicture && more.some((text) => bytes.includes(text))) dangers.push("more than pixels is left");
  if (!isPicture && mime !== "application/pdf" && /<(script|svg|html)|<!ENTITY|vbaProject/i.test(bytes.toString("latin1"))) dangers.push("it may run");
  if (["html", "svg", "js", "php", "exe", "sh", "heic", "doc", "zip", "gz", "rar", "bin"].includes(ending)) dangers.push(`it ends in ${ending}`);
  if (/[/\\\p{Cc}\p{Cf}<>"|?*]|^\.|^(con|nul|aux)\b|^\s*$/iu.test(name) || !name.isWellFormed() || name.length > 130) dangers.push("its name");
  if (isPicture) {
    const {
      width,
      height,
      pages = 1,
    } = await sharp(bytes, { limitInputPixels: false, pages: -1 })
      .metadata()
      .catch(() => ({ width: 0, height: 0, pages: 1 }));
    if (width * height === 0 || width * height > 25_000_000 || pages > 1) dangers.push("its pixels");
  }
  return dangers;
}

/** The negative control: taken at its word, by the name it comes with. */
async function asSent({ bytes, name }: Hostile): Promise<Prepared> {
  const mime = /\.(jpg|png|gif|webp|avif)$/.test(name) ? "image/jpeg" : "text/plain";
  return { ...(await keepFile(bytes, most)), name, mime };
}

function leavesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
