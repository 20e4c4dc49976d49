import { Agent } from "node:http";
import { visit } from "./client";
import type { Member } from "./members";
import { type MeasuredPage, pagesFor } from "./pages";
import { statementTimes } from "./preload";
import { startRaw, startWeb } from "./servers";
import { figure, printTable } from "./table";

const visits = 7;
const shown = 160;
const limitMs = 5;

type Statement = { type?: string; text: string; ms: number };

/** The statements of each page with their time, in the web process itself: how many, how much, and every one over 5 ms. */
export async function measureSql({ accounts, folder, members, only }: { accounts: number; folder: string; members: Member[]; only?: string }) {
  const [server, raw] = await Promise.all([startWeb("sql", folder, { preload: [statementTimes] }), startRaw()]);
  const statements: Statement[] = [];
  server.child.on("message", (message: Statement) => message.type === "statement" && statements.push(message));
  const agent = new Agent({ keepAlive: true });
  const rows: string[][] = [];
  const slow: string[][] = [];
  try {
    for (const page of await pagesFor({ servers: [server], raw, members, only })) {
      const rounds = await roundsOf(agent, page, statements);
      const each = rounds[0]!.map(({ text }, order) => ({ text, ms: Math.min(...rounds.map((round) => round[order]?.ms ?? 0)) }));
      const total = each.reduce((sum, { ms }) => sum + ms, 0);
      const slowest = each.toSorted((a, b) => b.ms - a.ms);
      rows.push([page.name, page.member, String(each.length), figure(total, 2), figure(slowest[0]!.ms, 2)]);
      for (const { text, ms } of slowest.filter((one) => one.ms > limitMs)) slow.push([page.name, page.member, `\`${brief(text)}\``, figure(ms, 2)]);
    }
  } finally {
    agent.destroy();
    await Promise.all([server.stop(), raw.stop()]);
  }
  const size = accounts.toLocaleString("en");
  printTable(`SQL per page, ${size} accounts (ms, the least of ${visits} visits)`, ["page", "as", "statements", "SQL ms", "slowest ms"], rows);
  printTable(`Statements over ${limitMs} ms, ${size} accounts`, ["page", "as", "statement", "ms"], slow, 3);
}

/** The statements of each visit. What they tell comes over another channel than the answer, so a moment is left for the last of them. */
async function roundsOf(agent: Agent, { targets: [target] }: MeasuredPage, statements: Statement[]): Promise<Statement[][]> {
  const rounds: Statement[][] = [];
  for (let round = 0; round < visits; round += 1) {
    statements.length = 0;
    await visit(agent, target!.url, target!.cookie);
    await new Promise((resolve) => setTimeout(resolve, 100));
    rounds.push([...statements]);
  }
  return rounds;
}

function brief(text: string): string {
  const plain = text.replace(/\s+/g, " ").replaceAll("|", "\\|");
  return plain.length > shown ? `${plain.slice(0, shown)}…` : plain;
}
