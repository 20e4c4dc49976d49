import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { connect, openDatabase } from "@/db/open";
import { company } from "@/db/schema";
import { sheetFormats } from "@/db/vocabulary";
import { scopeFor } from "@/lib/access/scope";
import { lists } from "@/lib/exports/lists";
import { exportChunks } from "@/lib/exports/sheet";
import { runWith } from "@/lib/i18n/current";
import { packs } from "@/lib/i18n/packs";
import { figure, printTable, short } from "./table";

type Wanted = { folder: string; format: (typeof sheetFormats)[number]; columns: string[]; most: number };
type Measured = { ms: number; cpuMs: number; bytes: number; rows: number; peakMb: number };

const usual = lists.accounts.columns({} as never).filter(({ isExtra }) => !isExtra);
const columnSets = { usual: usual.map(({ key }) => key), all: lists.accounts.columns({} as never).map(({ key }) => key) };

/** The whole list of accounts as each format, each in a process of its own: how long, how large, and how much memory at most; beside it a tenth of it. */
export function measureExports({ accounts, folder }: { accounts: number; folder: string }) {
  const rows = sheetFormats.flatMap((format) =>
    Object.entries(columnSets).flatMap(([name, columns]) =>
      [accounts / 10, accounts].map((most) => {
        const order = JSON.stringify({ folder, format, columns, most } satisfies Wanted);
        const { ms, cpuMs, bytes, rows, peakMb } = JSON.parse(
          execFileSync(process.execPath, [join("dist", "bench.mjs"), "export", order]).toString(),
        ) as Measured;
        return [format, `${name} (${columns.length})`, short(rows), figure(ms, 0), figure(cpuMs, 0), figure(bytes / 1_048_576, 1), figure(peakMb, 0)];
      }),
    ),
  );
  printTable(`Accounts taken out, ${short(accounts)}`, ["format", "columns", "rows", "ms", "CPU ms", "MB", "peak MB"], rows);
}

/** In a process of its own: one export to a file that is thrown away. */
export async function exportOnce(order: string) {
  const { folder, format, columns, most } = JSON.parse(order) as Wanted;
  const db = connect(openDatabase(join(folder, "cartera.sqlite"), { readonly: true }));
  db.$client.exec("begin");
  const { currency, zone } = db.select().from(company).get()!;
  const path = join(tmpdir(), `cartera-export-${process.pid}`);
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  let rows = 0;
  await runWith({ locale: "es", pack: packs.MX, zone, currency }, async () => {
    const scope = scopeFor({ kind: "system", locale: "es", zone, today: "2026-11-22" }, db);
    const file = createWriteStream(path);
    const wanted = { list: "accounts", address: "", format, columns } as const;
    for await (const chunk of exportChunks(scope, wanted, (more) => {
      rows += more;
    })) {
      if (!file.write(chunk)) await once(file, "drain");
      if (rows >= most) break;
    }
    file.end();
    await finished(file);
  });
  const { user, system } = process.cpuUsage(cpuBefore);
  const measured: Measured = {
    ms: performance.now() - startedAt,
    cpuMs: (user + system) / 1000,
    bytes: statSync(path).size,
    rows,
    peakMb: process.resourceUsage().maxRSS / 1024,
  };
  await rm(path);
  console.log(JSON.stringify(measured));
}
