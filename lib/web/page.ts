import { redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { database } from "@/db/client";
import type { HideableField } from "@/db/vocabulary";
import { admits } from "@/lib/access/admit";
import { explainRefusal } from "@/lib/access/explain";
import { hiddenAsked } from "@/lib/access/hidden";
import { may, type PagePath, type Policy, pages } from "@/lib/access/registry";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { switchedOffIn } from "@/lib/access/switched";
import { probing } from "@/lib/access/viewer";
import { isClosed } from "@/lib/portal/rules";
import type { Member } from "./auth/viewer";
import { currentViewer } from "./auth/viewer";
import { speakFor } from "./language";
import { type Noted, noticeOf } from "./notices";
import { hiddenSentence, refusalSentence, type WayOn, wayOn } from "./refusal";
import { request, setStatus } from "./request";
import { type StorageAnswer, storageAnswer } from "./storage";

export type Query = Record<string, string | string[] | undefined>;
type NextProps = { params: Promise<Record<string, string | string[] | undefined>>; searchParams: Promise<Query> };
export type Address = { params: Record<string, string>; query: Query };

/** What a page answers when the record is not there, or not there for this viewer: the same for both. */
export const missing = Symbol("missing");
/** What it answers when the viewer sees the record and may not do to it what the page is for. */
export const refused = Symbol("refused");
type Answer = ReactNode | typeof missing | typeof refused;

/** How each outcome looks; drawn by `app/frame.tsx`. */
export type Views = {
  inside: (viewer: Member, content: ReactNode, path: string, notice?: Noted) => ReactNode;
  missing: () => ReactNode;
  refused: (sentence: string, code: 400 | 403, way?: WayOn) => ReactNode;
  failed: (reference: string) => ReactNode;
  stored: (answer: StorageAnswer) => ReactNode;
  closed: () => ReactNode;
};

/** A page of the registry: viewer or /login, may they knock, then `render` with the database as they see it. Always whole HTML with its status. */
export function pageWith(views: Views) {
  return (path: PagePath, render: (scope: Scope, address: Address) => Answer | Promise<Answer>) => async (props: NextProps) => {
    const viewer = await currentViewer();
    speakFor(viewer);
    const here = request();
    if (!viewer) redirect(here.path === "/" ? "/login" : `/login?next=${encodeURIComponent(here.path)}`);

    const policy = pages[path];
    if (viewer.kind === "customer" && path === "/") redirect("/portal");
    const draw = (content: ReactNode, notice?: Noted) => views.inside(viewer, content, here.path, notice);
    if (isClosed(viewer)) return draw(closed(views));
    if (!admits(policy, viewer)) return draw(refusal(views, viewer, policy));
    try {
      const [params, query] = [texts(await props.params), await props.searchParams];
      const hidden = hiddenAsked(viewer, query);
      if (hidden) return draw(refusedHidden(views, viewer, hidden));
      const off = switchedOffIn(viewer, [path.split("/")[1], params.list, params.module, query.about]);
      if (off) return draw(refusal(views, viewer, may(off, "view")));
      const scope = scopeFor(path.includes("[") ? probing(viewer) : viewer, database());
      const answer = await render(scope, { params, query });
      if (answer === refused) return draw(refusal(views, viewer, policy));
      if (answer !== missing) return draw(answer, noticeOf(scope, query));
    } catch (error) {
      unstable_rethrow(error);
      const storage = storageAnswer(error);
      if (storage) {
        setStatus(storage.status);
        return draw(views.stored(storage));
      }
      console.error(error);
      setStatus(500);
      return draw(views.failed(here.id));
    }
    setStatus(404);
    return draw(views.missing());
  };
}

/** A page for anybody: login, set-up. */
export function openPage(_path: PagePath, render: (address: Address) => Answer | Promise<Answer>, views: Pick<Views, "missing">) {
  return async (props: NextProps) => {
    speakFor(undefined);
    const answer = await render({ params: texts(await props.params), query: await props.searchParams });
    if (answer !== missing && answer !== refused) return answer;
    setStatus(404);
    return views.missing();
  };
}

function refusedHidden(views: Views, viewer: Member, field: HideableField): ReactNode {
  setStatus(400);
  return views.refused(hiddenSentence(viewer, field), 400);
}

/** Before the service starts and after it ends there is one page, whatever was asked for. */
function closed(views: Views): ReactNode {
  setStatus(403);
  return views.closed();
}

/** The other side's pages do not exist for a viewer; one's own side explains what is lacking. */
function refusal(views: Views, viewer: Member, policy: Policy): ReactNode {
  if (viewer.kind === "customer" || policy === "customer") {
    setStatus(404);
    return views.missing();
  }
  setStatus(403);
  const reason = explainRefusal(viewer, policy);
  return views.refused(refusalSentence(reason), 403, wayOn(reason));
}

function texts(params: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}
