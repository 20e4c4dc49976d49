import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actions, pages } from "@/lib/access/registry";
import { routes } from "@/lib/access/routes";
import { cycleIn, type Import, type Module, readModules, root } from "./support/modules";

const modules = readModules();
const house = modules.filter(({ path }) => !path.startsWith("tests/"));
const shared = new Set(["core", "i18n", "access", "web", "jobs", "api", "imports", "events", "files", "mail", "sheets", "search"]);
const edges = ["web", "jobs", "api", "imports"];

const folderOf = (path: string) => /^lib\/([^/]+)\//.exec(path)?.[1];
const isNoun = (path: string) => folderOf(path) !== undefined && !shared.has(folderOf(path)!);
const inside = (path: string, ...folders: string[]) => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
const isTables = ({ to }: Import) => inside(to, "db/schema");
const isConnection = ({ to }: Import) => inside(to, "db/client");
const isNext = ({ to }: Import) => inside(to, "next", "next-auth");

/** Every import that `rule` refuses, in the modules it is about. */
function breaches(about: (path: string) => boolean, refuses: (one: Import, module: Module) => boolean): string[] {
  return house
    .filter(({ path }) => about(path))
    .flatMap((module) => module.imports.filter((one) => refuses(one, module)).map(({ to }) => `${module.path} → ${to}`));
}

test("the whole house was read", () => {
  expect(house.length).toBeGreaterThan(250);
  expect(house.reduce((sum, { imports }) => sum + imports.length, 0)).toBeGreaterThan(700);
});

test("core and words know nothing of the rest", () => {
  expect(
    breaches(
      (path) => inside(path, "lib/core", "lib/i18n"),
      ({ to }) => (inside(to, "lib") && !inside(to, "lib/core", "lib/i18n")) || (inside(to, "db") && to !== "db/vocabulary") || inside(to, "components", "app"),
    ),
  ).toEqual([]);
});

test("the database layer imports only itself", () => {
  expect(
    breaches(
      (path) => inside(path, "db"),
      ({ to }) => inside(to, "lib", "components", "app", "next"),
    ),
  ).toEqual([]);
});

test("access knows tables and core, no noun", () => {
  expect(
    breaches(
      (path) => inside(path, "lib/access"),
      ({ to }) => isNoun(`${to}/`) || inside(to, "components", "app", "lib/web", "db/client", "next"),
    ),
  ).toEqual([]);
});

test("queries and reports have no table, connection or reader to read from: only the scope", () => {
  const isQuery = (path: string) => (isNoun(path) && /\/(queries|choices|timeline)\.ts$/.test(path)) || inside(path, "lib/reports");
  expect(breaches(isQuery, (one) => isTables(one) || isConnection(one) || (inside(one.to, "db/open") && !one.isType))).toEqual([]);
  const readers = house.filter(({ path, text }) => isNoun(path) && /\bscope\.reader\b|\{[^}]*\breader\b[^}]*\}: Scope/.test(text)).map(({ path }) => path);
  expect(readers).toEqual([]);
});

test("what the browser may load holds no table, connection or command", () => {
  const isBrowserSafe = (path: string) => isNoun(path) && /\/(forms|policy|rules|filters|values)\.ts$/.test(path);
  expect(
    breaches(
      isBrowserSafe,
      (one) => !one.isType && (isTables(one) || inside(one.to, "db/client", "db/open", "lib/web", "lib/events") || /\/(commands|queries)$/.test(one.to)),
    ),
  ).toEqual([]);
});

test("nouns know neither the web, nor Next, nor the connection", () => {
  expect(breaches(isNoun, (one) => isConnection(one) || isNext(one) || inside(one.to, "lib/web", "components", "app"))).toEqual([]);
  expect(
    breaches(
      (path) => isNoun(path) && path.endsWith("/commands.ts"),
      ({ to, isType }) => !isType && /\/queries$/.test(to),
    ),
  ).toEqual([]);
});

test("only the edges hold the connection", () => {
  expect(breaches((path) => inside(path, "lib") && !edges.includes(folderOf(path)!), isConnection)).toEqual([]);
  expect(
    breaches(
      (path) => inside(path, "app", "components"),
      (one) => isConnection(one) || isTables(one) || (inside(one.to, "db") && one.to !== "db/vocabulary" && !one.isType),
    ),
  ).toEqual([]);
});

test("components draw what they are given", () => {
  const allowed = ["lib/web/form-state", "lib/events/changes"];
  const refuses = ({ to, isType }: Import) =>
    inside(to, "app") ||
    (inside(to, "lib/web", "lib/jobs", "lib/events", "lib/files", "lib/search") && !allowed.includes(to) && !isType) ||
    (!isType && /^lib\/[^/]+\/(commands|queries)$/.test(to)) ||
    (inside(to, "next") && !["next/link", "next/form"].includes(to));
  expect(breaches((path) => inside(path, "components"), refuses)).toEqual([]);
});

test("nouns form a tree", () => {
  const graph = new Map<string, Set<string>>();
  for (const { path, imports } of house.filter(({ path }) => isNoun(path))) {
    const from = folderOf(path)!;
    const targets = imports.filter(({ to, isType }) => !isType && isNoun(`${to}/`)).map(({ to }) => folderOf(`${to}/`)!);
    graph.set(from, new Set([...(graph.get(from) ?? []), ...targets.filter((target) => target !== from)]));
  }
  expect(graph.size).toBeGreaterThan(8);
  expect(cycleIn(graph)).toBeUndefined();
});

test("every server action is wrapped, and every handler too", () => {
  const served = house.filter(({ text }) => /^["']use server["']/.test(text));
  expect(served.length).toBeGreaterThan(5);
  const loose = served.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?!const \w+ = (?:formAction|identityAction|linkAction)\()(.*)$/gm)].map(([line]) => `${path}: ${line}`),
  );
  expect(loose).toEqual([]);

  const exempt = ["app/api/health/route.ts", "app/api/health/live/route.ts", "app/api/auth/[...nextauth]/route.ts"];
  const handlers = house.filter(({ path }) => /^app\/.*route\.ts$/.test(path) && !exempt.includes(path));
  const unwrapped = handlers.flatMap(({ path, text }) =>
    [...text.matchAll(/^export (?!const (?:GET|POST) = (?:formRoute|apiRoute|download|pdfRoute|calendarFeed|webFormPage|webFormPost)\()(.*)$/gm)].map(
      ([line]) => `${path}: ${line}`,
    ),
  );
  expect(unwrapped).toEqual([]);
});

test("every page is one of the registry's, by its own address, and the registry names no other", () => {
  const found = house.filter(({ path }) => /^app\/(.*\/)?page\.tsx$/.test(path));
  const unmatched = found
    .filter(({ path, text }) => !new RegExp(`export default (page|openPage)\\(\\s*"${escaped(addressOf(path))}"`).test(text))
    .map(({ path }) => path);
  expect(unmatched).toEqual([]);
  expect(found.map(({ path }) => addressOf(path)).sort()).toEqual(Object.keys(pages).sort());
  const handlers = house.filter(({ path }) => /^app\/.*route\.ts$/.test(path)).map(({ path }) => addressOf(path));
  expect(handlers.sort()).toEqual(Object.keys(routes).sort());
});

test("every event of the registry has a form, and no form an event of its own", () => {
  const used = house.flatMap(({ path, text }) =>
    inside(path, "app", "lib/web", "lib/imports", "lib/jobs") ? [...text.matchAll(/\bevent: "([a-z_]+\.[a-z_]+)"/g)].map(([, name]) => name!) : [],
  );
  expect([...new Set(used)].sort()).toEqual(Object.keys(actions).sort());
});

test("nothing blanks a page for readers without scripts, nothing throws for control flow", () => {
  // The calendar mounts over the page after scripts ran; what it shows meanwhile is the page itself.
  const app = house.filter(({ path }) => inside(path, "app", "components") && path !== "components/calendar/live-calendar.tsx");
  const bad = app
    .filter(({ path, text }) => /loading\.tsx$/.test(path) || /<Suspense|\b(notFound|forbidden|unauthorized)\(\)|style=\{|dangerouslySetInnerHTML/.test(text))
    .map(({ path }) => path);
  expect(bad).toEqual([]);
});

test("no SQL identifier comes from input, and Drizzle's migrate is not called", () => {
  const bad = house
    .filter(({ text }) => /sql\.raw\((?!["'`][^$]*["'`]\))|sql\.identifier\(|drizzle-orm\/better-sqlite3\/migrator/.test(text))
    .map(({ path }) => path);
  expect(bad).toEqual([]);
});

test("files stay small", () => {
  const exempt = (path: string) =>
    inside(path, "lib/i18n/es", "lib/i18n/en", "lib/i18n/packs", "db/migrations", "db/seeds") || path === "lib/i18n/countries.ts";
  const large = modules.filter(({ path, lines }) => lines > 200 && !exempt(path)).map(({ path, lines }) => `${path}: ${lines}`);
  expect(large).toEqual([]);
});

test("the top of the house is the agreed one", () => {
  const allowed = ["app", "components", "db", "docs", "lib", "public", "scripts", "tests"];
  const found = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith(".") && !["node_modules", "dist", "data", "coverage"].includes(entry.name),
  );
  expect(found.map(({ name }) => name).filter((name) => !allowed.includes(name))).toEqual([]);
  for (const name of ["services", "utils", "hooks", "types", "helpers", "store"])
    expect(existsSync(join(root, name)) || existsSync(join(root, "lib", name)), name).toBe(false);
});

function addressOf(path: string): string {
  const inner = path
    .replace(/^app\//, "")
    .replace(/\/?(page\.tsx|route\.ts)$/, "")
    .replace(/\([^)]*\)\/?/g, "");
  return `/${inner.replace(/\/$/, "")}`;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
