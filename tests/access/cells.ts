import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Policy, pages, routes } from "@/lib/access/registry";
import type { Visitor } from "../support/visit";
import { canary, type Planted } from "./canaries";

export type Door = { path: string; policy: Policy; isRoute: boolean };
export type Answer = { status: number; location: string | null; type: string | null; cache: string | null; body: string };

/** Addresses with something in their middle that is no record of anybody. */
const notRecords = ["/password/[token]", "/api/auth/[...nextauth]", "/api/choices/[from]"];

/** Every entry point of the registry that was built, by the build's own list. */
export function builtDoors(): Door[] {
  const manifest = join(process.cwd(), ".next", "app-path-routes-manifest.json");
  if (!existsSync(manifest)) throw new Error("There is no build to ask.");
  const built = new Set(Object.values(JSON.parse(readFileSync(manifest, "utf8")) as Record<string, string>));
  const known = [
    ...Object.entries(pages).map(([path, policy]) => ({ path, policy: policy as Policy, isRoute: false })),
    ...Object.entries(routes).map(([path, policy]) => ({ path, policy: policy as Policy, isRoute: true })),
  ];
  return known.filter(({ path }) => built.has(path));
}

export function recordDoors(): Door[] {
  return builtDoors().filter(({ path }) => path.includes("[") && !notRecords.includes(path));
}

/** The address of a door for the planted record, and for one that does not exist. Throws when nothing was planted for it. */
export function addressesOf(path: string, planted: Planted): { real: string; unknown: string } {
  const record = planted[path.slice(0, path.indexOf("/["))];
  if (!record) throw new Error(`No record is planted for ${path}.`);
  const values: Record<string, number> = { id: record.id, ...record.parameters };
  const filled = (shift: number) => path.replace(/\[(\w+)\]/g, (_whole, name: string) => String(values[name]! + shift));
  return { real: filled(0), unknown: filled(100_000) };
}

/** Asks once, without following, and takes out of the answer what is drawn anew for every one. */
export async function ask(visitor: Visitor, path: string, init: Parameters<Visitor["ask"]>[1] = {}): Promise<Answer> {
  const response = await visitor.ask(path, init);
  const [, nonce = " "] = /'nonce-([^']+)'/.exec(response.headers.get("content-security-policy") ?? "") ?? [];
  const plain = (text: string) => withoutDrawn(text.replaceAll(nonce, "NONCE"));
  const header = (name: string) => response.headers.get(name);
  const location = header("location");
  return {
    status: response.status,
    location: location && plain(location),
    type: header("content-type"),
    cache: header("cache-control"),
    body: plain(await response.text()),
  };
}

/** The same form by somebody who never saw what it held: an echo of what was typed is no leak. */
export function unsigned(body: FormData): FormData {
  const plain = new FormData();
  for (const [name, value] of body) plain.append(name, typeof value === "string" ? value.replaceAll(canary, "prueba") : value);
  return plain;
}

/** Sends a form as its page would. */
export function send(visitor: Visitor, path: string, body: FormData): Promise<Answer> {
  return ask(visitor, path, { method: "POST", body, headers: { origin: new URL(visitor.base).origin, "sec-fetch-site": "same-origin" } });
}

export function shows({ body, location }: Answer): boolean {
  return body.includes(canary) || (location?.includes(canary) ?? false);
}

/** The planted numbers and the ones beside them read alike. */
function withoutDrawn(text: string): string {
  return text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "UUID").replace(/(?<!\d)[78]001(\d\d)(?!\d)/g, "RECORD$1");
}
