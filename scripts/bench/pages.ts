import { once } from "node:events";
import { Agent } from "node:http";
import { gzipSync } from "node:zlib";
import { rareWord } from "@/db/seeds/bench";
import { writeCursor } from "@/lib/core/cursor";
import { visit } from "./client";
import type { Member } from "./members";
import type { Server } from "./servers";

export type Target = { server: Server; url: string; cookie: string };
export type PageTarget = Target & { bytes: number; gzipped: number };
/** Where a page stands on each size, and its bytes on the raw server, measured as one member. */
export type MeasuredPage = { name: string; member: string; targets: PageTarget[]; raw: Target };

type Look = (path: string) => Promise<string>;

/** What is measured. A new page is one more line; one whose address cannot be found is left out. */
const pages: { name: string; path: (look: Look) => string | Promise<string | undefined> }[] = [
  { name: "accounts", path: () => "/accounts" },
  { name: "accounts, next", path: async (look) => linkIn(await look("/accounts"), /href="(\/accounts\?[^"]*cursor=[^"]*)"/) },
  { name: "accounts, deep", path: async (look) => deepIn(linkIn(await look("/accounts"), /href="(\/accounts\?[^"]*cursor=[^"]*)"/)) },
  // A city of one in fifteen: it fills the page at every size, so that what differs is the size and not how much is drawn.
  { name: "search common", path: () => "/accounts?q=queretaro" },
  { name: "search rare", path: () => `/accounts?q=${rareWord}` },
  { name: "search fragment", path: () => "/accounts?q=ereta" },
  { name: "search typing error", path: () => "/accounts?q=queretrao" },
  { name: "search everything", path: () => "/search?q=queretaro" },
  { name: "search everything, rare", path: () => `/search?q=${rareWord}` },
  { name: "search everything, typing error", path: () => "/search?q=queretrao" },
  { name: "account", path: async (look) => linkIn(await look("/accounts"), /href="(\/accounts\/\d+)["?]/) },
  { name: "invoices", path: () => "/invoices" },
  { name: "invoice", path: async (look) => linkIn(await look("/invoices"), /href="(\/invoices\/\d+)["?]/) },
  { name: "my day", path: () => "/" },
  { name: "calendar", path: () => "/calendar?vista=mes" },
];

/** Every page as every member, with its address on every server. Those that do not answer 200 everywhere are named and skipped. */
export async function pagesFor({ servers, raw, members, only }: { servers: Server[]; raw: Server; members: Member[]; only?: string }): Promise<MeasuredPage[]> {
  const agent = new Agent({ keepAlive: true });
  const found: MeasuredPage[] = [];
  for (const { name, path } of pages.filter((page) => only === undefined || page.name.includes(only))) {
    for (const member of members) {
      const answers = await Promise.all(servers.map((server, place) => answerOf(agent, server, member.cookies[place]!, path)));
      const good = answers.filter((answer) => answer?.status === 200);
      if (good.length === servers.length) {
        const targets = good.map((answer) => answer!.target);
        found.push({ name, member: member.name, targets, raw: await keptOn(raw, `/${found.length}`, good.at(-1)!.body) });
      } else console.log(`«${name}» as ${member.name} answers ${answers.map((answer) => answer?.status ?? "no address").join(", ")}: left out.`);
    }
  }
  agent.destroy();
  return found;
}

async function answerOf(agent: Agent, server: Server, cookie: string, path: (typeof pages)[number]["path"]) {
  const address = await path(async (where) => String((await visit(agent, server.url + where, cookie)).body));
  if (address === undefined) return undefined;
  const url = server.url + address;
  const { status, body } = await visit(agent, url, cookie);
  return { status, body, target: { server, url, cookie, bytes: body.length, gzipped: gzipSync(body).length } };
}

async function keptOn(raw: Server, path: string, body: Buffer): Promise<Target> {
  const kept = once(raw.child, "message");
  raw.child.send({ path, body: body.toString("base64") });
  await kept;
  return { server: raw, url: raw.url + path, cookie: "" };
}

function linkIn(html: string, pattern: RegExp): string | undefined {
  return pattern.exec(html)?.[1]?.replaceAll("&amp;", "&");
}

/** The same link with its cursor moved to the middle of the alphabet. */
function deepIn(link: string | undefined): string | undefined {
  if (link === undefined) return undefined;
  const url = new URL(link, "http://localhost");
  const { f } = JSON.parse(Buffer.from(url.searchParams.get("cursor")!, "base64url").toString());
  url.searchParams.set("cursor", writeCursor({ value: "l", id: 1, isBack: false, filters: f }));
  return url.pathname + url.search;
}
