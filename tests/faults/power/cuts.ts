import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, type Database, openDatabase } from "@/db/open";
import { bundled } from "../../support/bundle";
import { world } from "../../support/world";
import { torn } from "../whole";
import { diskOf } from "./disk";
import { type Deed, readTrace, straceArguments } from "./trace";

export type Recording = { start: string; folder: string; deeds: Deed[]; acknowledgements: string };
type Acknowledged = { submission: string; sha256?: string };
type Findings = { cuts: number; corrupt: string[]; lossy: number; lost: number };

/** Runs the mix under strace on a company of its own. `start` keeps the folder as it was before. */
export async function record(turns: number, pragmas: string): Promise<Recording> {
  const place = mkdtempSync(join(fastFolder(), "cartera-power-"));
  const [folder, start, trace, acknowledgements] = ["data", "start", "trace", "acknowledgements"].map((name) => join(place, name)) as [
    string,
    string,
    string,
    string,
  ];
  mkdirSync(folder);
  world().db.$client.prepare("vacuum into ?").run(join(folder, "cartera.sqlite"));
  openDatabase(join(folder, "cartera.sqlite")).close();
  cpSync(folder, start, { recursive: true });
  const mix = await bundled("tests/faults/power/mix.ts");
  const args = [...straceArguments, "-o", trace, process.execPath, mix, acknowledgements, String(turns), pragmas];
  const { status, stderr } = spawnSync("strace", args, { env: { ...process.env, DATA_DIR: folder, UV_USE_IO_URING: "0" }, encoding: "utf8" });
  if (status !== 0) throw new Error(`The mix ended with ${status}: ${stderr}`);
  const deeds = await readTrace(trace);
  rmSync(folder, { recursive: true });
  cpSync(start, folder, { recursive: true });
  return { start, folder, deeds, acknowledgements };
}

export function forget({ folder }: Recording) {
  rmSync(join(folder, ".."), { recursive: true });
}

/** Cuts the power at that many moments, and looks at what is left of what was acknowledged before each. */
export function cutPower(recording: Recording, cuts: number, next: () => number, options: { forgets?: boolean } = {}): Findings {
  const { folder, deeds, acknowledgements } = recording;
  const disk = diskOf(folder, options);
  const moments = Array.from({ length: cuts }, () => Math.floor(next() * deeds.length)).sort((left, right) => left - right);
  const acknowledged: Acknowledged[] = [];
  const findings: Findings = { cuts, corrupt: [], lossy: 0, lost: 0 };
  const target = join(folder, "..", "found");
  let done = 0;
  for (const moment of moments) {
    for (; done < moment; done += 1) {
      const deed = deeds[done]!;
      disk.does(deed);
      if (deed.kind === "write" && deed.path === acknowledgements) acknowledged.push(JSON.parse(deed.bytes.toString()));
    }
    disk.cut(target, next);
    const { corrupt, lost } = lookAt(target, acknowledged);
    findings.corrupt.push(...corrupt);
    findings.lost += lost;
    if (lost > 0) findings.lossy += 1;
    rmSync(target, { recursive: true });
  }
  return findings;
}

function lookAt(folder: string, acknowledged: Acknowledged[]) {
  const path = join(folder, "cartera.sqlite");
  if (!existsSync(path)) return { corrupt: [], lost: acknowledged.length };
  let db: Database | undefined;
  try {
    db = connect(openDatabase(path));
    const found = torn(db, folder);
    const lostFiles = found.filter((complaint) => complaint.startsWith("the bytes of"));
    const kept = new Set(db.$client.prepare("select id from submissions").pluck().all());
    const lost = acknowledged.filter(({ submission }) => !kept.has(submission)).length + lostFiles.length;
    return { corrupt: found.filter((complaint) => !lostFiles.includes(complaint)), lost };
  } catch (error) {
    return { corrupt: [String(error)], lost: acknowledged.length };
  } finally {
    db?.$client.close();
  }
}

/** Memory, where there is such a folder: what is tried here is a disk of our own making. */
function fastFolder(): string {
  return existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
}
