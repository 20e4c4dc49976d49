import { may, type Policy } from "./registry";

/** Every route handler that is not a form. */
export const routes = {
  "/api/health": "open",
  "/api/health/live": "open",
  "/api/auth/[...nextauth]": "open",
  "/api/choices/[from]": "team",
  "/api/uploads/imports": may("imports", "create"),
  "/api/uploads/attachments": "team",
  "/api/uploads/logo": may("settings", "configure"),
  "/calendar/feed": "open",
  "/calendar/feed/[token]": "open",
  "/f/[form]": "open",
  "/activities/[id]/ics": may("activities", "view"),
  "/files/[id]": "team",
  "/mails/files/[id]": "team",
  "/files/[id]/thumbnail": "team",
  "/settings/company/logo": "team",
  "/settings/audit/file": may("settings", "configure"),
  "/exports/[id]/file": "team",
  "/imports/[id]/refused": may("imports", "view"),
  "/prospects/[id]/pdf": may("prospects", "view"),
  "/quotes/[id]/pdf": may("quotes", "view"),
  "/orders/[id]/pdf": may("orders", "view"),
  "/invoices/[id]/pdf": may("invoices", "view"),
  "/portal/documents/[id]/pdf": "customer",
} as const satisfies Record<string, Policy>;
export type RoutePath = keyof typeof routes;
