import { database } from "@/db/client";
import { admits } from "@/lib/access/admit";
import { explainRefusal } from "@/lib/access/explain";
import { type RoutePath, routes } from "@/lib/access/routes";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { t } from "@/lib/i18n/words";
import { currentViewer } from "./auth/viewer";
import { speakFor } from "./language";
import { missing } from "./page";
import { refusalSentence } from "./refusal";
import { request } from "./request";
import { storageAnswer } from "./storage";

type Address = { params: Record<string, string>; query: URLSearchParams };
type Context = { params: Promise<Record<string, string | string[] | undefined>> };

/** A handler of the registry that answers JSON: who asks, may they, then `render` with the database as they see it. */
export function apiRoute(path: RoutePath, render: (scope: Scope, address: Address) => object | typeof missing) {
  return async (asked: Request, { params }: Context): Promise<Response> => {
    const viewer = await currentViewer();
    speakFor(viewer);
    if (!viewer) return refusal(401, t("login.session_expired"));
    const policy = routes[path];
    if (!admits(policy, viewer)) return refusal(403, refusalSentence(explainRefusal(viewer, policy)));
    try {
      const texts = Object.fromEntries(Object.entries(await params).map(([name, value]) => [name, String(value)]));
      const answer = render(scopeFor(viewer, database()), { params: texts, query: new URL(asked.url).searchParams });
      return answer === missing ? refusal(404, t("errors.missing")) : Response.json(answer, { headers });
    } catch (error) {
      const storage = storageAnswer(error);
      if (storage) return refusal(storage.status, storage.sentence);
      console.error(error);
      return refusal(500, t("errors.failed_reference", { id: request().id }));
    }
  };
}

const headers = { "cache-control": "private, no-store" };

function refusal(status: number, error: string): Response {
  return Response.json({ error }, { status, headers });
}
