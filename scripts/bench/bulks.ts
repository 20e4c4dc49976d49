import { Agent } from "node:http";
import { join } from "node:path";
import { type Handle, openDatabase } from "@/db/open";
import { withCopy } from "./copies";
import { openSessions } from "./members";
import { formOn } from "./poster";
import { lockDuring } from "./probe";
import { startProduct } from "./servers";
import { figure, printTable, short } from "./table";

const about = 2_000;

type Post = Awaited<ReturnType<typeof formOn>>;

/** Changes at once all the accounts of whoever has about two thousand, by the worker on a copy, and takes it back: how fast, and how long others wait for the lock. */
export async function measureBulks({ accounts, folder }: { accounts: number; folder: string }) {
  await withCopy(folder, async (copy) => {
    const path = join(copy, "cartera.sqlite");
    const [administrator] = openSessions([copy], "administrator");
    const cookie = administrator!.cookies[0]!;
    const server = await startProduct("bulks", copy);
    const handle = openDatabase(path, { readonly: true });
    try {
      const owner = handle
        .prepare("select owner_id from accounts where deleted_at is null and owner_id is not null group by 1 order by abs(count(*) - ?)")
        .pluck()
        .get(about);
      const start = await formOn(server.url, `/lists/accounts/bulk?all=1&of=owner%3D${owner}`, cookie, "Cambiar");
      const values = { category: categoryOf(handle), addTags: "Medida" };
      const rows: string[][] = [];
      const measure = async (name: string, post: Post, typed: Record<string, string>) => {
        const done = { rows: 0, seconds: 0 };
        const { longestMs, over20ms, holds } = await lockDuring(path, async () => void Object.assign(done, await changed(handle, post, typed)));
        rows.push([name, short(done.rows), figure(done.rows / done.seconds), figure(longestMs), String(over20ms), String(holds)]);
      };
      await measure("category and a tag set", start, values);
      const undo = await formOn(server.url, `/bulks/${lastOf(handle).id}`, cookie, "Deshacer el cambio");
      await measure("the same taken back", undo, {});
      printTable(
        `Many changed at once, ${short(accounts)} accounts`,
        ["what", "records", "per second", "longest lock ms", "over 20 ms", "times held"],
        rows,
        1,
      );
    } finally {
      handle.close();
      await server.stop();
    }
  });
}

/** From the click to the last record. */
async function changed(handle: Handle, post: Post, typed: Record<string, string>): Promise<{ rows: number; seconds: number }> {
  const agent = new Agent();
  const before = lastOf(handle).id;
  const startedAt = performance.now();
  const { status } = await post(agent, typed);
  if (status !== 303) throw new Error(`A change of many was answered ${status}`);
  while (lastOf(handle).id === before || lastOf(handle).state !== "done") {
    if (lastOf(handle).state === "failed") throw new Error("A change of many failed");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  agent.destroy();
  return { rows: lastOf(handle).total, seconds: (performance.now() - startedAt) / 1000 };
}

function lastOf(handle: Handle): { id: number; state: string; total: number } {
  const last = handle.prepare("select id, state, total from bulks order by id desc limit 1").get();
  return (last as { id: number; state: string; total: number } | undefined) ?? { id: 0, state: "none", total: 0 };
}

function categoryOf(handle: Handle): string {
  return String(handle.prepare("select id from picklist_options where list = 'account_category' and is_active = 1 order by id limit 1").pluck().get());
}
