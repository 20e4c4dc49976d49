import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Action = { id: string; file: string; name: string; event?: string };
export type Built = { pages: string[]; routes: { path: string; methods: string[] }[]; actions: Action[] };
export type Registry = Record<"pages" | "routes" | "actions" | "identities", Record<string, unknown>>;

type Manifests = { paths: Record<string, string>; references: Record<string, { exportedName: string; filename: string }> };

/** Next's own pages and files, which answer no viewer. */
const nextsOwn = ["/_global-error", "/_not-found", "/icon.svg"];

/** Everything that the built program answers, by the build's own lists and the source of its handlers. */
export function builtEntries(root = process.cwd(), manifests = manifestsOf(root)): Built {
  const known = Object.entries(manifests.paths).filter(([, path]) => !nextsOwn.includes(path));
  const source = (file: string) => readFileSync(join(root, file), "utf8");
  const routes = known.filter(([file]) => file.endsWith("/route"));
  return {
    pages: known.filter(([file]) => file.endsWith("/page")).map(([, path]) => path),
    routes: routes.map(([file, path]) => ({ path, methods: methodsIn(source(`app${file}.ts`)) })),
    actions: Object.entries(manifests.references).map(([id, { exportedName: name, filename: file }]) => ({
      ...{ id, file, name },
      event: existsSync(join(root, file)) ? eventIn(source(file), name) : undefined,
    })),
  };
}

export function manifestsOf(root = process.cwd()): Manifests {
  const read = (file: string) => JSON.parse(readFileSync(join(root, ".next", file), "utf8"));
  return { paths: read("app-path-routes-manifest.json"), references: read("server/server-reference-manifest.json").node };
}

/** What stands on one side only: an entry point without a policy, or a policy without an entry point. */
export function unclassified(built: Built, registry: Registry): string[] {
  const pages = difference(built.pages, Object.keys(registry.pages)).map((path) => `page ${path}`);
  const routes = difference(
    built.routes.map(({ path }) => path),
    Object.keys(registry.routes),
  ).map((path) => `route ${path}`);
  const silent = built.actions.filter(({ event }) => event === undefined).map(({ file, name }) => `${file}#${name}`);
  const identities = difference(silent, Object.keys(registry.identities)).map((action) => `action ${action}`);
  // Uploads leave their event from a route handler.
  const events = built.actions.flatMap(({ event }) => event ?? []);
  const uploaded = built.routes.flatMap(({ path }) => uploads[path] ?? []);
  const actions = difference([...events, ...uploaded], Object.keys(registry.actions)).map((event) => `event ${event}`);
  const mute = built.routes.filter(({ methods }) => methods.length === 0).map(({ path }) => `methods of ${path}`);
  return [...pages, ...routes, ...identities, ...actions, ...mute];
}

const uploads: Record<string, string> = {
  "/api/uploads/imports": "import.uploaded",
  "/api/uploads/logo": "company.logo_set",
  "/api/uploads/attachments": "attachment.added",
};

function difference(built: string[], known: string[]): string[] {
  return [...built.filter((one) => !known.includes(one)), ...known.filter((one) => !built.includes(one)).map((one) => `${one} (never built)`)];
}

function methodsIn(source: string): string[] {
  const declared = [...source.matchAll(/export (?:const|(?:async )?function) (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g)].map(([, method]) => method!);
  const renamed = [...source.matchAll(/\bas (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g)].map(([, method]) => method!);
  return [...declared, ...renamed];
}

function eventIn(source: string, name: string): string | undefined {
  return new RegExp(`export const ${name} = (?:formAction|linkAction)\\(\\{\\s*event: "([^"]+)"`).exec(source)?.[1];
}
