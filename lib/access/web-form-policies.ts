import type { Policy } from "./registry";

const configures = { module: "settings", verb: "configure" } as const;
const assigns = { module: "prospects", verb: "assign" } as const;

/** The registry's entries about forms on the web, and about what came by them and waits. */
export const webFormPages = {
  "/settings/web-forms": configures,
  "/settings/web-forms/new": configures,
  "/settings/web-forms/[id]": configures,
  "/prospects/review": assigns,
} as const satisfies Record<string, Policy>;

export const webFormActions = {
  "web_form.created": configures,
  "web_form.edited": configures,
  "web_form.retired": configures,
  "web_form_entry.reviewed": assigns,
} as const satisfies Record<string, Policy>;
