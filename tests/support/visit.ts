import { type HTMLElement, parse } from "node-html-parser";

export type Typed = Record<string, string | string[] | Blob | Blob[] | boolean>;
export type Visitor = ReturnType<typeof visitor>;
export type Visited = Awaited<ReturnType<Visitor["visit"]>>;

/** A browser without scripts: cookies, links, forms, redirects. Every answer is a whole page. `own` headers go with every request. */
export function visitor(base: string, own: Record<string, string> = {}) {
  const jar = new Map<string, string>();

  async function ask(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    const headers = { ...own, ...init.headers, ...(jar.size > 0 && { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") }) };
    const response = await fetch(new URL(path, base), { ...init, headers, redirect: "manual" });
    for (const cookie of response.headers.getSetCookie()) keep(cookie);
    return response;
  }

  function keep(cookie: string) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
    if (value === "" || /max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) jar.delete(name!);
    else jar.set(name!, value!);
  }

  async function follow(response: Response, from: string): Promise<{ response: Response; path: string }> {
    let current = { response, path: from };
    for (let hops = 0; current.response.status >= 300 && current.response.status < 400; hops += 1) {
      if (hops > 5) throw new Error(`Too many redirects from ${from}`);
      const url = new URL(current.response.headers.get("location")!, new URL(current.path, base));
      if (url.host !== new URL(base).host) throw new Error(`Redirected to another host: ${url}`);
      const path = url.pathname + url.search;
      current = { response: await ask(path), path };
    }
    return current;
  }

  async function pageOf(response: Response, from: string) {
    const arrived = await follow(response, from);
    const html = await arrived.response.text();
    const document = parse(html);
    for (const script of document.querySelectorAll("script, style")) script.remove();
    const form = (button: string) => formWith(document, button, `${arrived.path}: ${textOf(document).slice(0, 600)}`);

    return {
      status: arrived.response.status,
      headers: arrived.response.headers,
      path: arrived.path,
      html,
      document,
      text: textOf(document),
      title: textOf(document.querySelector("h1")),
      notice: textOf(document.querySelector("[role=status]")),
      summary: textOf(document.querySelector("form [role=alert]")),
      rows: () => document.querySelectorAll("tbody tr").map((row) => row.querySelectorAll("td").map(textOf)),
      errorFor: (name: string) => textOf(document.getElementById(`${idOf(document, name)}-error`)),
      valueOf: (name: string) => typedIn(document, name),
      link: (text: string) => linkWith(document, text),
      open: async (text: string) => visit(linkWith(document, text)),
      /** Fills the form that has this button and presses it. */
      submit: async (button: string, typed: Typed = {}) => {
        const found = form(button);
        const body = bodyOf(found.form, found.button, typed);
        const path = found.form.getAttribute("action") || arrived.path;
        return (found.form.getAttribute("method") ?? "get").toLowerCase() === "post"
          ? post(path, body)
          : visit(`${path}?${new URLSearchParams([...body] as [string, string][])}`);
      },
      /** Every form of the page's own that changes something, once for each of its buttons, as it would be sent; `typed` fills what must be there and is not. */
      forms: (typed: Record<string, string> = {}) =>
        document
          .querySelectorAll("main form")
          .filter((one) => one.getAttribute("method")?.toLowerCase() === "post")
          .flatMap((one) => one.querySelectorAll("button").map((button) => ({ button: textOf(button), body: bodyOf(one, button, missingFrom(one, typed)) }))),
      /** The body a form would send, for sending it twice or changed. */
      bodyFor: (button: string, typed: Typed = {}) => {
        const found = form(button);
        return bodyOf(found.form, found.button, typed);
      },
    };
  }

  async function visit(path: string) {
    return pageOf(await ask(path), path);
  }

  async function post(path: string, body: FormData) {
    const response = await ask(path, { method: "POST", body, headers: { origin: new URL(base).origin, "sec-fetch-site": "same-origin" } });
    return pageOf(response, path);
  }

  return { visit, post, ask, jar, base };
}

function formWith(document: HTMLElement, label: string, where: string) {
  for (const form of document.querySelectorAll("form")) {
    const button = form
      .querySelectorAll("button")
      .find((one) => !one.getAttribute("class")?.includes("visually-hidden") && (textOf(one) === label || one.getAttribute("aria-label") === label));
    if (button) return { form, button };
  }
  throw new Error(`No button «${label}» on ${where}`);
}

function bodyOf(form: HTMLElement, button: HTMLElement, typed: Typed): FormData {
  const body = new FormData();
  const given = new Set(Object.keys(typed));
  for (const field of form.querySelectorAll("input, select, textarea")) {
    const name = field.getAttribute("name");
    if (!name || given.has(name) || field.hasAttribute("disabled")) continue;
    const value = defaultOf(field);
    if (value !== undefined) body.append(name, value);
  }
  for (const [name, value] of Object.entries(typed)) {
    if (value === false) continue;
    for (const one of Array.isArray(value) ? value : [value === true ? "on" : value]) body.append(name, one as string);
  }
  const name = button.getAttribute("name");
  if (name) body.append(name, button.getAttribute("value") ?? "");
  return body;
}

function missingFrom(form: HTMLElement, typed: Record<string, string>): Typed {
  const names = form.querySelectorAll("[aria-required=true], textarea").filter((field) => !defaultOf(field));
  return Object.fromEntries(names.map((field) => [field.getAttribute("name")!, typed[field.getAttribute("type") ?? ""] ?? "Prueba"]));
}

function defaultOf(field: HTMLElement): string | undefined {
  if (field.tagName === "TEXTAREA") return decode(field.innerHTML).replace(/^\n/, "");
  if (field.tagName === "SELECT") {
    const options = field.querySelectorAll("option");
    const chosen = options.find((option) => option.hasAttribute("selected")) ?? options[0];
    return chosen?.getAttribute("value");
  }
  const type = field.getAttribute("type");
  if (type === "file" || type === "submit") return undefined;
  if ((type === "checkbox" || type === "radio") && !field.hasAttribute("checked")) return undefined;
  return field.getAttribute("value") ?? (type === "checkbox" ? "on" : "");
}

function typedIn(document: HTMLElement, name: string): string | undefined {
  const fields = document.querySelectorAll("input, select, textarea").filter((field) => field.getAttribute("name") === name);
  return fields.map(defaultOf).find((value) => value !== undefined);
}

function idOf(document: HTMLElement, name: string): string {
  return (
    document
      .querySelectorAll("input, select, textarea")
      .find((field) => field.getAttribute("name") === name)
      ?.getAttribute("id") ?? name
  );
}

function linkWith(document: HTMLElement, text: string): string {
  // The page's own before those of its frame.
  const link = [...document.querySelectorAll("main a"), ...document.querySelectorAll("a")].find(
    (one) => textOf(one) === text || one.getAttribute("aria-label") === text,
  );
  if (!link) throw new Error(`No link «${text}»`);
  return decode(link.getAttribute("href")!);
}

export function textOf(element: HTMLElement | null | undefined): string {
  return element ? element.textContent.replace(/\s+/g, " ").trim() : "";
}

function decode(text: string): string {
  return parse(text).textContent;
}
