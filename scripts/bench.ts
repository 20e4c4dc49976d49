import { serveBare } from "./bench/bare-web";
import { seededFolder } from "./bench/folders";
import { openSessions } from "./bench/members";
import { type Options, readOptions } from "./bench/options";
import { pagesFor } from "./bench/pages";
import { profilePage } from "./bench/profile";
import { printReport } from "./bench/report";
import { runBlocks } from "./bench/run";
import { buildBare, startBare, startWeb } from "./bench/servers";

if (process.argv[2] === "bare") await serveBare();
else await bench(readOptions(process.argv.slice(2)));

/** Every size and the bare page run side by side and take turns, so that a busy moment of the machine falls on all of them. */
async function bench(options: Options) {
  const folders = options.accounts.map((accounts) => ({ accounts, folder: seededFolder(accounts) }));
  const members = openSessions(folders.map(({ folder }) => folder));
  if (options.profile !== undefined) return profilePage({ path: options.profile, folder: folders.at(-1)!.folder, cookie: members[0]!.cookies.at(-1)! });

  buildBare();
  const sized = await Promise.all(folders.map(({ accounts, folder }) => startWeb(`${accounts}`, folder)));
  const bare = await startBare();
  try {
    const pages = await pagesFor({ servers: sized, members, only: options.pages });
    printReport(await runBlocks(pages, bare, options), options);
  } finally {
    for (const server of [...sized, bare]) server.stop();
  }
}
