import { type PagePath, pages } from "@/lib/access/registry";

const holders: Record<string, string> = {
  ...{ accounts: "account", contacts: "contact", prospects: "prospect", activities: "activity", catalog: "item", receipts: "receipt", imports: "import" },
  ...{ quotes: "quotes", orders: "orders", invoices: "invoices", users: "user", groups: "group", mails: "mail", exports: "export", bulks: "bulk" },
  ...{ roles: "role", profiles: "profile", "web-forms": "web_form" },
};

/** The pages of the registry that are a record's own. */
export const recordPages = Object.keys(holders)
  .filter((noun) => !["users", "groups", "roles", "profiles", "exports", "bulks", "web-forms"].includes(noun))
  .map((noun) => `/${noun}/[id]` as PagePath);

export const staffPages = (Object.keys(pages) as PagePath[]).filter((path) => pages[path] !== "open" && pages[path] !== "customer");

/** Every company starts with some. */
const startingIds = { role: 1, profile: 1 };

/** The address of a page of the registry, on the records of a company a test made: `ids` by noun. */
export function addressOn(ids: Record<string, number>, path: PagePath): string {
  if (path.startsWith("/who-sees/")) return `/who-sees/accounts/${ids.account}`;
  if (path.startsWith("/lists/")) return path.replace("[list]", "accounts");
  if (path === "/mails/new") return `${path}?about=account&id=${ids.account}`;
  const isDraft = /^\/(quotes|orders|invoices)\/\[id\]\/edit$/.exec(path);
  const noun = isDraft ? `${isDraft[1]}/draft` : holders[path.split("/").at(path.split("/").indexOf("[id]") - 1) ?? ""];
  const id = path.includes("[") ? { ...startingIds, ...ids }[noun ?? ""] : 0;
  if (id === undefined) throw new Error(`Give ${path} a record`);
  return path.replace("[id]", String(id)).replace("[relationId]", String(ids.relation));
}
