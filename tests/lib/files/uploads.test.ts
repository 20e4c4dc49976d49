import { fork } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { RuleError } from "@/lib/core/errors";
import { isOneScan } from "@/lib/files/jpeg-scans";
import { type Prepared, prepareFile } from "@/lib/files/prepare";
import { keepFile, keptPath } from "@/lib/files/store";
import { tMaybe } from "@/lib/i18n/words";
import { frugal } from "../../../scripts/supervisor/frugal";
import { bundled } from "../../support/bundle";
import { type Hostile, hostileFiles } from "../../support/hostile/files";
import { photograph } from "../../support/hostile/pictures";
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
  const photo = { name: "foto.jpg", bytes: await photograph() };
  expect(await sharp(photo.bytes).metadata()).toMatchObject({ width: 80, height: 40, orientation: 6, exif: expect.anything() });
  const { sha256, thumbnail } = (await received(photo)) as Prepared;
  for (const name of [sha256, thumbnail!.sha256]) {
    const bytes = readFileSync(keptPath(name));
    const { width, height, exif, xmp, icc, orientation } = await sharp(bytes).metadata();
    expect({ width, height, exif, xmp, icc, orientation }).toEqual({ width: 40, height: 80 });
    expect(bytes.toString("latin1")).not.toMatch(/script|Telefono/);
  }
});

test.each([1, 6])("a photograph of fifty million pixels held as %i says goes in, upright and small", async (orientation) => {
  process.env.DATA_DIR = emptyFolder();
  const corners = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><rect width="80" height="60" fill="#fff"/><rect width="40" height="30" fill="#f00"/></svg>',
  );
  const bytes = await sharp(corners).resize(8192, 6144, { kernel: "nearest" }).withMetadata({ orientation }).jpeg({ quality: 20 }).toBuffer();
  expect(isOneScan(bytes)).toBe(true);
  const { sha256, thumbnail } = (await received({ name: "48MP.jpg", bytes })) as Prepared;
  const isTall = orientation > 4;
  expect(await sharp(readFileSync(keptPath(sha256))).metadata()).toMatchObject({ width: isTall ? 1920 : 2560, height: isTall ? 2560 : 1920 });
  const right = await sharp(bytes, { limitInputPixels: false }).autoOrient().resize(4, 4, { fit: "fill" }).raw().toBuffer();
  const small = await sharp(readFileSync(keptPath(thumbnail!.sha256)))
    .resize(4, 4, { fit: "fill" })
    .raw()
    .toBuffer();
  expect(Math.max(...small.map((value, place) => Math.abs(value - right[place]!)))).toBeLessThan(40);
});

test("only what comes in one run over its rows counts as a photograph", async () => {
  const plain = sharp({ create: { width: 16, height: 16, channels: 3, background: "#3377aa" } });
  const [ordinary, progressive] = [await plain.jpeg().toBuffer(), await plain.jpeg({ progressive: true }).toBuffer()];
  expect([isOneScan(ordinary), isOneScan(progressive)]).toEqual([true, false]);
  const at = ordinary.indexOf(Buffer.from([0xff, 0xda])) + 4;
  const oneByOne = Buffer.from(ordinary);
  oneByOne[at] = 1;
  expect([isOneScan(oneByOne), isOneScan(ordinary.subarray(0, at - 4)), isOneScan(Buffer.from([0xff, 0xd8]))]).toEqual([false, false, false]);
});

test("many large uploads at once take little more memory than one, and what is received goes to disk as it comes", { timeout: 120_000 }, async () => {
  const child = await bundled("tests/support/upload-child.ts");
  const folder = emptyFolder();
  const photo = join(folder, "48MP.jpg");
  const grain = { type: "gaussian", mean: 128, sigma: 20 } as const;
  const grained = await sharp({ create: { width: 1008, height: 756, channels: 3, background: "#888", noise: grain } })
    .png()
    .toBuffer();
  writeFileSync(photo, await sharp(grained).resize(8064, 6048, { kernel: "nearest" }).jpeg({ quality: 70 }).toBuffer());
  const rise = (how: string) => riseOf(child, [how, photo], folder);
  const [one, many, atOnce] = [await rise("one"), await rise("many"), await rise("at_once")];
  const [streamed, held] = [await rise("streamed"), await rise("held")];
  const said = `one photograph of 48 Mpx ${one} MB, eight ${many} MB, eight without waiting ${atOnce} MB; 57 MB received ${streamed} MB, held whole ${held} MB`;
  console.log(said);
  expect(many, said).toBeLessThan(one + (atOnce - one) / 2);
  expect(streamed, said).toBeLessThan(held / 2);
});

/** By how many megabytes a process of its own rose. */
function riseOf(program: string, args: string[], folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(program, args, { env: { ...frugal, ...process.env, DATA_DIR: folder } });
    child.once("message", (megabytes) => resolve(Math.round(megabytes as number)));
    child.once("error", reject);
    child.once("exit", (code) => code !== 0 && reject(new Error(`${args[0]} ended with ${code}`)));
  });
}

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
