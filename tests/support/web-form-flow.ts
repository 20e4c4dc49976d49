import { expect } from "vitest";
import { stampFor } from "@/lib/web/web-form/stamp";
import { promise } from "./promise";
import type { RunningServer } from "./server";
import { type Visited, type Visitor, visitor } from "./visit";

const site = "https://www.ejemplo.test";
const payload = `<script>marca()</script>"'><img src=x onerror=marca()>=1+1`;

/** Makes a form in settings, fills it in as strangers do, here and from another site, and looks at what came. Throws at the first thing that does not hold. */
export async function takeByForm({ server, marta }: { server: RunningServer; marta: Visitor }) {
  await makeForm(marta);
  const stranger = visitor(server.url);
  await readPublic(stranger);
  const found = await fillIn(stranger, server, marta);
  await fromElsewhere(stranger, marta);
  await inertEverywhere(marta, found);
  await shut(stranger, marta);
}

async function makeForm(marta: Visitor) {
  const empty = await marta.visit("/settings/web-forms/new");
  const typed = { name: "Contacto", title: "Escríbanos", address: "contacto", campaign: "Otoño", ownerIds: ["1"], sites: site };
  const again = await empty.submit("Guardar", { ...typed, returnUrl: "http://ejemplo.test", usePhone: "hidden", useEmail: "hidden" });
  expect(again.errorFor("returnUrl")).toBe("Escriba la dirección completa de una página, con https.");
  expect(again.valueOf("campaign")).toBe("Otoño");
  const made = await again.submit("Guardar", { returnUrl: "", usePhone: "optional", useEmail: "optional" });
  expect(made.notice).toBe("Se agregó el formulario Contacto.");
  expect(made.document.getElementById("frame")!.textContent).toContain(`/f/contacto?embed" title="Escríbanos"`);
  expect(made.document.getElementById("own-form")!.textContent).toContain('<input name="email" type="email">');
  const taken = await (await marta.visit("/settings/web-forms/new")).submit("Guardar", typed);
  expect(taken.errorFor("address")).toBe("Otro formulario ya tiene esta dirección.");
}

async function readPublic(stranger: Visitor) {
  const policies = await Promise.all(
    ["/f/contacto", "/f/contacto?embed", "/login"].map(async (path) => {
      const { headers } = await stranger.ask(path);
      const policy = headers.get("content-security-policy")!;
      return [/frame-ancestors ([^;]+)/.exec(policy)![1], headers.get("x-frame-options")];
    }),
  );
  expect(policies).toEqual([
    ["'none'", "DENY"],
    [site, null],
    ["'none'", "DENY"],
  ]);
  const answer = await stranger.ask("/f/contacto?utm_source=x", { headers: { referer: "https://www.ejemplo.test/lamina" } });
  const html = await answer.text();
  expect(answer.headers.getSetCookie()).toEqual([]);
  expect(html).not.toMatch(/<script| style=| on\w+=/);
  expect(html.length).toBeLessThan(6_000);
}

async function fillIn(stranger: Visitor, server: RunningServer, marta: Visitor): Promise<string> {
  const form = await stranger.visit("/f/contacto?utm_source=bolet%C3%ADn");
  const refused = await form.submit("Enviar", { name: payload, email: "no es", message: "Quiero lámina" });
  expect([refused.status, refused.errorFor("email"), refused.valueOf("message"), refused.valueOf("name")]).toEqual([
    ...[422, "Escriba un correo completo, por ejemplo nombre@empresa.com."],
    ...["Quiero lámina", payload],
  ]);
  expect(refused.document.querySelector("title")!.textContent).toMatch(/^Error: /);
  const sent = await refused.submit("Enviar", { email: "eva@ejemplo.test", _drawn: drawnBefore(server) });
  expect([sent.status, sent.path, sent.title]).toEqual([200, "/f/contacto?sent", "Gracias"]);
  const list = await marta.visit("/prospects?q=eva@ejemplo.test&columns=all");
  expect(list.rows()[0]!.join(" | ")).toContain("Otoño | boletín");
  return list.document.querySelector("tbody a.who")!.getAttribute("href")!;
}

/** As if the page had been open for a while. */
function drawnBefore({ dataDir }: RunningServer): string {
  const own = process.env.DATA_DIR;
  process.env.DATA_DIR = dataDir;
  const stamp = stampFor(1, Date.now() - 10_000);
  if (own === undefined) delete process.env.DATA_DIR;
  else process.env.DATA_DIR = own;
  return stamp;
}

async function fromElsewhere(stranger: Visitor, marta: Visitor) {
  const foreign = { origin: site, "sec-fetch-site": "cross-site", referer: `${site}/contacto` };
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    stranger.ask("/f/contacto", { method: "POST", body, headers: { ...foreign, ...headers } });
  for (const name of ["Raúl", `Inés ${payload}`]) {
    const answer = await post(new URLSearchParams({ name, email: `${name.slice(0, 1)}@ejemplo.test`.toLowerCase(), message: "Hola" }));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/f/contacto?sent"]);
  }
  const large = await post(new URLSearchParams({ name: "x".repeat(33 * 1024) }));
  const broken = await post("{}", { "content-type": "application/json" });
  const huge = await post(new URLSearchParams({ name: "x".repeat(1_100_000) }));
  expect([large.status, broken.status, huge.status]).toEqual([413, 400, 413]);
  expect((await stranger.ask("/login", { method: "POST", body: "x", headers: foreign })).status).toBe(403);

  const waiting = await marta.visit("/prospects/review");
  expect(waiting.rows()).toHaveLength(2);
  expect(waiting.rows()[1]!.join(" | ")).toContain("Viene de un formulario de otro sitio");
  const none = await waiting.submit("Aceptar");
  expect(none.summary).not.toBe("");
  const ids = waiting.document.querySelectorAll("input[name=ids]").map((box) => box.getAttribute("value")!);
  const accepted = await waiting.submit("Aceptar", { ids: ids[1]! });
  expect(accepted.notice).toBe("Se aceptó 1 y ya es prospecto.");
  const discarded = await accepted.submit("Descartar", { ids: ids[0]! });
  expect([discarded.notice, discarded.rows().length]).toEqual(["Se descartó 1.", 0]);
  expect((await marta.visit("/prospects/review?state=discarded")).rows()).toHaveLength(1);
  promise("U1", "posts of other sites: 2 kept for review, 33 KB and 1 MB refused unread, another kind of body 400, and no other address takes them");
}

async function inertEverywhere(marta: Visitor, prospect: string) {
  const pages = ["/prospects?columns=all", prospect, "/prospects/review?state=discarded", "/settings/audit", "/notices", `${prospect}/edit`, "/search?q=marca"];
  const read = await Promise.all(pages.map((path) => marta.visit(path)));
  expect(read.map((page) => [page.path, page.status, isInert(page)])).toEqual(pages.map((path) => [path, 200, true]));
  expect(read[1]!.text).toContain("Formulario web");
  expect(read[1]!.text).toContain("Otoño");
  expect(read[3]!.rows().some((row) => row.join(" | ").includes("Formulario web | Se agregó el prospecto"))).toBe(true);
  expect(read[4]!.text).toContain("Por el formulario «Contacto» escribió");
  promise("U1", `a hostile name shown as text on ${pages.length} pages of the team, the audit among them`);
}

function isInert({ html, document }: Visited): boolean {
  return !html.includes("<script>marca") && !html.includes("<img src=x") && document.querySelectorAll("[onerror]").length === 0;
}

async function shut(stranger: Visitor, marta: Visitor) {
  const settings = await marta.visit("/settings/web-forms/1");
  expect((await settings.submit("Guardar", { isAccepting: false })).notice).toBe("Se guardó el formulario Contacto.");
  const closed = await stranger.visit("/f/contacto");
  expect([closed.status, closed.text.includes("no recibe mensajes por ahora")]).toEqual([200, true]);
  const body = new URLSearchParams({ name: "Eva", email: "otra@ejemplo.test" });
  expect((await stranger.ask("/f/contacto", { method: "POST", body })).status).toBe(403);
  const retired = await (await marta.visit("/settings/web-forms")).submit("Retirar");
  expect(retired.notice).toContain("su dirección ya no responde");
  const answers = await Promise.all(["/f/contacto", "/f/nadie"].map(async (path) => (await stranger.ask(path)).text()));
  expect(answers[0]).toBe(answers[1]);
  expect((await stranger.ask("/f/contacto")).status).toBe(404);
}
