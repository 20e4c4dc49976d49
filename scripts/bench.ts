import { serveBare } from "./bench/bare-web";
import { measureBulks } from "./bench/bulks";
import { serveControl } from "./bench/control-web";
import { exportOnce, measureExports } from "./bench/exports";
import { seededFolder } from "./bench/folders";
import { openSessions, openSessionsNear } from "./bench/members";
import { measureMemory } from "./bench/memory";
import { type Options, readOptions } from "./bench/options";
import { pagesFor } from "./bench/pages";
import { measurePdf } from "./bench/pdf";
import { probeLock } from "./bench/probe";
import { profilePage } from "./bench/profile";
import { openProfileSessions } from "./bench/profile-members";
import { serveRaw } from "./bench/raw-web";
import { readOnAndOn } from "./bench/read";
import { printPages } from "./bench/report";
import { runBlocks } from "./bench/run";
import { buildBare, startBare, startRaw, startWeb } from "./bench/servers";
import { measureSql } from "./bench/sql";
import { measureWrites } from "./bench/writes";

/** What the bench starts of itself in other processes. */
const modes: Record<string, (path: string) => unknown> = {
  bare: serveBare,
  raw: serveRaw,
  control: serveControl,
  probe: probeLock,
  read: readOnAndOn,
  export: exportOnce,
};

const [mode = "", path = ""] = process.argv.slice(2);
if (mode in modes) await modes[mode]!(path);
else await bench(readOptions(process.argv.slice(2)));

async function bench(options: Options) {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
  const folders = options.accounts.map(seededFolder);
  const members = openSessions(folders, options.members);
  const largest = { accounts: options.accounts.at(-1)!, folder: folders.at(-1)! };
  if (options.profile !== undefined) return profilePage({ path: options.profile, folder: largest.folder, cookie: members[0]!.cookies.at(-1)! });

  const lasts = members.map(({ name, cookies }) => ({ name, cookies: cookies.slice(-1) }));
  if (options.parts.includes("pages")) await measurePages(options, folders, members);
  if (options.parts.includes("sql")) {
    const near = openSessionsNear(largest.folder, [5_000, 10_000]);
    await measureSql({ ...largest, members: [...lasts, ...near], only: options.pages });
  }
  if (options.parts.includes("profiles")) await measurePages(options, folders, openProfileSessions(folders));
  if (options.parts.includes("writes")) await measureWrites(largest);
  if (options.parts.includes("pdf")) await measurePdf(largest);
  if (options.parts.includes("exports")) measureExports(largest);
  if (options.parts.includes("bulks")) await measureBulks(largest);
  if (options.parts.includes("memory")) await measureMemory(largest);
}

/** Every size, the bare page and the bytes alone run side by side and take turns, so that a busy moment of the machine falls on all of them. */
async function measurePages(options: Options, folders: string[], members: ReturnType<typeof openSessions>) {
  buildBare();
  const sized = await Promise.all(folders.map((folder, place) => startWeb(`${options.accounts[place]}`, folder)));
  const [bare, raw] = await Promise.all([startBare(), startRaw()]);
  try {
    const pages = await pagesFor({ servers: sized, raw, members, only: options.pages });
    printPages(await runBlocks(pages, bare, options), options);
  } finally {
    await Promise.all([...sized, bare, raw].map((server) => server.stop()));
  }
}
