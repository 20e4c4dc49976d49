import { and, eq, isNull } from "drizzle-orm";
import { database } from "@/db/client";
import { company, webForms } from "@/db/schema";
import type { RoutePath } from "@/lib/access/routes";
import { t } from "@/lib/i18n/words";
import { failed, notThere } from "../download";
import { speakFor } from "../language";
import { plainPage } from "../plain-page";
import { request } from "../request";
import { type Answer, answerForm, type Typed } from "./answer";
import { headOf } from "./head";
import type { Markup } from "./html";
import { formMarkup, saidMarkup, wholePage } from "./page";
import { stampFor } from "./stamp";

type WebForm = typeof webForms.$inferSelect;
type Context = { params: Promise<{ form?: string }> };
/** `isEmbedded`: in a frame of the company's own site. */
type Asked = { form: WebForm; url: URL; isEmbedded: boolean };

/** A page for anybody, without session or scripts. Nothing of who asks is read but what they send. */
export function webFormPage(_path: RoutePath) {
  return handled(async (asked, request) => {
    const { form, url } = asked;
    if (url.searchParams.has("sent")) return answered(asked, thanksOf(asked), 200);
    if (!form.isAccepting) return answered(asked, closedOf(form), 200);
    return drawn(asked, Object.fromEntries(url.searchParams), { from: foreign(request.headers.get("referer"), url) ?? "" });
  });
}

/** What somebody filled in, on our page or on another site's: it has no rights, and says who they are to nobody. */
export function webFormPost(_path: RoutePath) {
  return handled(async (asked, posted) => {
    const { form, url, isEmbedded } = asked;
    if (!form.isAccepting) return answered(asked, closedOf(form), 403);
    const typed = await typedIn(posted);
    if (!typed) return unreadable();
    const referrer = foreign(posted.headers.get("referer"), url);
    const answer = await answerForm(database(), form, { typed, ip: request().ip, referrer, now: Date.now() });
    if (answer.kind === "refused") return drawn(asked, typed, { from: typed._from ?? referrer ?? "", answer });
    const thanks = `${url.pathname}?sent${isEmbedded ? "&embed" : ""}`;
    return new Response(null, { status: 303, headers: { location: (!isEmbedded && form.returnUrl) || thanks, ...headersOf(asked) } });
  });
}

function handled(deed: (asked: Asked, request: Request) => Promise<Response>) {
  return async (asked: Request, { params }: Context): Promise<Response> => {
    try {
      speakFor(undefined);
      const form = findForm((await params).form ?? "");
      if (!form) return notThere();
      speakFor(undefined, form.locale);
      const url = new URL(request().url);
      return await deed({ form, url, isEmbedded: url.searchParams.has("embed") }, asked);
    } catch (error) {
      return failed(error);
    }
  };
}

/** None that is retired, and none while the company does without prospects. */
function findForm(address: string): WebForm | undefined {
  const { offModules } = database().select({ offModules: company.offModules }).from(company).get() ?? { offModules: ["prospects"] };
  const isThere = and(eq(webForms.address, address), isNull(webForms.retiredAt));
  return (offModules as string[]).includes("prospects") ? undefined : database().select().from(webForms).where(isThere).get();
}

async function drawn(asked: Asked, typed: Typed, { from, answer }: { from: string; answer?: Answer & { kind: "refused" } }): Promise<Response> {
  const { form, url, isEmbedded } = asked;
  const told = Object.entries(typed).filter(([name]) => name.startsWith("utm_"));
  const hidden = { ...Object.fromEntries(told), _drawn: stampFor(form.id, Date.now()), _from: from.slice(0, 2000) };
  const action = `${url.pathname}${isEmbedded ? "?embed" : ""}`;
  const errors = answer?.errors ?? {};
  return answered(asked, formMarkup({ title: form.title, intro: form.intro, uses: form.fields, action, hidden, typed, errors }), answer?.status ?? 200);
}

async function answered(asked: Asked, content: Markup, status: number): Promise<Response> {
  const { form, isEmbedded } = asked;
  const body = wholePage({ head: await headOf(), title: form.title, isEmbedded }, content, status === 422 || status === 429);
  return new Response(body, { status, headers: { "content-type": "text/html; charset=utf-8", ...headersOf(asked) } });
}

/** Only a form's own address may stand in a frame, and only of the sites it names. */
function headersOf({ form, isEmbedded }: Asked): Record<string, string> {
  const framers = isEmbedded ? form.sites : [];
  const onwards = form.returnUrl === null ? [] : [new URL(form.returnUrl).origin];
  if (framers.length > 0) request().isFramed = true;
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src data:",
    // Browsers hold the way on after a form to this too.
    `form-action ${["'self'", ...onwards].join(" ")}`,
    `frame-ancestors ${framers.length > 0 ? framers.join(" ") : "'none'"}`,
    "base-uri 'none'",
  ];
  return { "content-security-policy": policy.join("; "), ...(framers.length > 0 && { "cross-origin-resource-policy": "cross-origin" }) };
}

function thanksOf({ form, isEmbedded }: Asked): Markup {
  const back = isEmbedded && form.returnUrl ? { href: form.returnUrl, label: t("web_forms.back") } : undefined;
  return saidMarkup(t("web_forms.thanks_title"), form.thanks ?? t("web_forms.thanks"), back);
}

function closedOf({ title }: WebForm): Markup {
  return saidMarkup(title, t("web_forms.closed"));
}

/** The first text under each name; files are not asked for. Undefined where the body is no form. */
async function typedIn(posted: Request): Promise<Typed | undefined> {
  try {
    const entries = [...(await posted.formData())].filter((entry): entry is [string, string] => typeof entry[1] === "string");
    return Object.fromEntries(entries.reverse());
  } catch {
    return undefined;
  }
}

function unreadable(): Response {
  const page = plainPage({ title: t("errors.refused_title"), sentence: t("errors.stale_form"), link: { href: request().path, label: t("web_forms.again") } });
  return new Response(page, { status: 400, headers: { "content-type": "text/html; charset=utf-8" } });
}

function foreign(referrer: string | null, here: URL): string | undefined {
  const from = URL.parse(referrer ?? "");
  return from && from.origin !== here.origin ? from.href : undefined;
}
