import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { parse } from "node-html-parser";
import { visit } from "./client";

type Values = Record<string, string | { name: string; content: string }>;

/** The form of a page as a browser without scripts would send it: `post` sends it with other values and a submission of its own. */
export async function formOn(base: string, path: string, cookie: string, button: string) {
  const agent = new Agent();
  const document = parse(String((await visit(agent, base + path, cookie)).body));
  agent.destroy();
  const form = document.querySelectorAll("form").find((one) => one.querySelectorAll("button").some((each) => each.textContent.trim() === button));
  if (!form) throw new Error(`No button «${button}» on ${path}`);
  const action = form.getAttribute("action") || path;
  const fields = new Map<string, string>();
  for (const field of form.querySelectorAll("input, select, textarea")) {
    const name = field.getAttribute("name");
    const isLeftOut = ["file", "submit", "checkbox", "radio"].includes(field.getAttribute("type") ?? "");
    if (name && !isLeftOut) fields.set(name, field.querySelector("option[selected]")?.getAttribute("value") ?? field.getAttribute("value") ?? "");
  }

  return async (sender: Agent, values: Values) => {
    const body = new FormData();
    for (const [name, value] of fields) if (!(name in values)) body.append(name, name === "_submission" ? randomUUID() : value);
    for (const [name, value] of Object.entries(values)) body.append(name, typeof value === "string" ? value : new File([value.content], value.name));
    const sent = new Response(body);
    const bytes = Buffer.from(await sent.arrayBuffer());
    const headers = { origin: base, "content-type": sent.headers.get("content-type")!, "content-length": bytes.length };
    return visit(sender, base + action, cookie, { method: "POST", headers, body: bytes });
  };
}
