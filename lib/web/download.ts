import { database } from "@/db/client";
import { admits } from "@/lib/access/admit";
import { explainRefusal } from "@/lib/access/explain";
import { type RoutePath, routes } from "@/lib/access/routes";
import { type Scope, scopeFor } from "@/lib/access/scope";
import type { Viewer } from "@/lib/access/viewer";
import type { RuleError } from "@/lib/core/errors";
import { readKept } from "@/lib/files/store";
import { t, tMaybe } from "@/lib/i18n/words";
import { isClosed } from "@/lib/portal/rules";
import { currentViewer } from "./auth/viewer";
import { companyCard } from "./company";
import { speakFor } from "./language";
import { missing } from "./page";
import { plainPage } from "./plain-page";
import { refusalSentence, wayOn } from "./refusal";
import { request, setStatus } from "./request";
import { hasRoom, storageAnswer, troubleAnswer } from "./storage";

type Address = { params: Record<string, string>; query: URLSearchParams };
/** Next gives an address without holes no params at all. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/** Bytes kept on disk, or made for this answer. `isImage` may be shown in the page; anything else is saved, never opened here. */
export type Download = { name: string; mime: string; isImage?: boolean } & ({ sha256: string; size: number } | { body: string | Uint8Array });
/** Not there yet: the page asks again by itself. */
export const inPreparation = Symbol("in preparation");
type Answer = Download | typeof missing | typeof inPreparation;

/** A handler of the registry that answers a file: who asks, may they, then `find` with the database as they see it. */
export function download(path: RoutePath, find: (scope: Scope, address: Address) => Answer | Promise<Answer>) {
  return async (asked: Request, { params }: Context): Promise<Response> => {
    const viewer = await currentViewer();
    speakFor(viewer);
    const here = request().path;
    if (!viewer) return new Response(null, { status: 303, headers: { location: `/login?next=${encodeURIComponent(here)}` } });
    if (isClosed(viewer)) return closed();
    if (!admits(routes[path], viewer)) return refusal(viewer, path);
    try {
      const texts = Object.fromEntries(Object.entries((await params) ?? {}).map(([name, value]) => [name, String(value)]));
      const answer = await find(scopeFor(viewer, database()), { params: texts, query: new URL(asked.url).searchParams });
      if (answer === missing) return notThere();
      return answer === inPreparation ? preparing(here) : await served(answer);
    } catch (error) {
      return failed(error);
    }
  };
}

export function failed(error: unknown): Response {
  const storage = storageAnswer(error);
  if (storage) return page(storage.status, { title: t("errors.storage_title"), sentence: storage.sentence, link: home() });
  console.error(error);
  return page(500, { title: t("errors.failed_title"), sentence: t("errors.failed_reference", { id: request().id }), link: home() });
}

export function notThere(): Response {
  return page(404, { title: t("errors.missing_title"), sentence: t("errors.missing"), link: home() });
}

export function tooMany({ code, values }: RuleError): Response {
  return page(429, { title: t("errors.refused_title"), sentence: tMaybe(code, values), link: home() });
}

/** Whole and not as a stream: one whose reader leaves too early would end the process. */
async function served(file: Download): Promise<Response> {
  const body = "sha256" in file ? await readKept(file.sha256) : file.body;
  return new Response(body as BodyInit, {
    headers: {
      "content-type": file.mime,
      ...("sha256" in file && { "content-length": String(file.size) }),
      "content-disposition": disposition(file),
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** The plain name for old programs, the whole one for the others. */
function disposition({ name, isImage }: Download): string {
  const plain = name.replace(/[^\w.-]+/g, "_");
  return `${isImage ? "inline" : "attachment"}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}

/** The other side's files do not exist for a viewer; one's own side explains what is lacking. */
function refusal(viewer: Viewer, path: RoutePath): Response {
  const policy = routes[path];
  if (viewer.kind === "customer" || policy === "customer") return notThere();
  const reason = explainRefusal(viewer, policy);
  return page(403, { title: t("errors.refused_title"), sentence: refusalSentence(reason), link: wayOn(reason) ?? home() });
}

/** As every page of the portal then says. */
function closed(): Response {
  return page(403, { title: t("portal.closed"), sentence: t("portal.closed_hint", { name: companyCard().name }), link: home() });
}

function preparing(here: string): Response {
  if (!hasRoom()) {
    const { status, sentence } = troubleAnswer("full");
    return page(status, { title: t("errors.storage_title"), sentence, link: { href: here, label: t("documents.pdf.retry") } });
  }
  return page(202, {
    title: t("documents.pdf.title"),
    sentence: t("documents.pdf.wait"),
    link: { href: here, label: t("documents.pdf.retry") },
    refreshSeconds: 3,
  });
}

function page(status: number, content: Parameters<typeof plainPage>[0]): Response {
  setStatus(status);
  return new Response(plainPage(content), { status, headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" } });
}

function home() {
  return { href: "/", label: t("app.home") };
}
