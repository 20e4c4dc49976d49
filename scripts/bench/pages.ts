import { Agent } from "node:http";
import { gzipSync } from "node:zlib";
import { rareWord } from "@/db/seeds/bench";
import { visit } from "./client";
import type { Member } from "./members";
import type { Server } from "./servers";

/** Where a page stands on each size, measured as one member. */
export type MeasuredPage = { name: string; member: string; targets: { server: Server; url: string; cookie: string; bytes: number; gzipped: number }[] };

type Look = (path: string) => Promise<string>;

/** What is measured. A new page is one more line; one whose address cannot be found yet is left out. */
const pages: { name: string; path: (look: Look) => string | Promise<string | undefined> }[] = [
  { name: "cuentas", path: () => "/accounts" },
  { name: "cuentas, siguiente", path: async (look) => linkIn(await look("/accounts"), /href="(\/accounts\?[^"]*cursor=[^"]*)"/) },
  { name: "cuenta", path: async (look) => linkIn(await look("/accounts"), /href="(\/accounts\/\d+)"/) },
  { name: "buscar: común", path: () => "/accounts?q=ferreteria" },
  { name: "buscar: rara", path: () => `/accounts?q=${rareWord}` },
  { name: "buscar: fragmento", path: () => "/accounts?q=rreter" },
  { name: "facturas", path: () => "/invoices" },
];

/** Every page as every member, with its address on every server. Those that do not answer 200 everywhere are named and skipped. */
export async function pagesFor({ servers, members, only }: { servers: Server[]; members: Member[]; only?: string }): Promise<MeasuredPage[]> {
  const agent = new Agent({ keepAlive: true });
  const found: MeasuredPage[] = [];
  for (const { name, path } of pages.filter((page) => only === undefined || page.name.includes(only))) {
    for (const member of members) {
      const targets = await Promise.all(servers.map((server, place) => targetOn(agent, server, member.cookies[place]!, path)));
      const answered = targets.filter((target) => target?.status === 200) as MeasuredPage["targets"];
      if (answered.length === servers.length) found.push({ name, member: member.name, targets: answered });
      else console.log(`«${name}» como ${member.name}: responde ${targets.map((target) => target?.status ?? "sin dirección").join(", ")}; se salta.`);
    }
  }
  agent.destroy();
  return found;
}

async function targetOn(agent: Agent, server: Server, cookie: string, path: (typeof pages)[number]["path"]) {
  const address = await path(async (where) => String((await visit(agent, server.url + where, cookie)).body));
  if (address === undefined) return undefined;
  const url = server.url + address;
  const { status, body } = await visit(agent, url, cookie);
  return { server, url, cookie, status, bytes: body.length, gzipped: gzipSync(body).length };
}

function linkIn(html: string, pattern: RegExp): string | undefined {
  return pattern.exec(html)?.[1]?.replaceAll("&amp;", "&");
}
