/** The steps of setting up a company, in their order. */
export const setupSteps = ["sharing", "roles", "users", "company", "picklists", "accounts", "contacts", "prospects"] as const;
export type SetupStep = (typeof setupSteps)[number];

/** `settled`: the data do not show it, and who administers said that it is well as it is. */
export type StepState = "done" | "settled" | "open";
export type Step = { name: SetupStep; state: StepState };

export const companyData = ["logo", "tax_id", "contact", "address"] as const;
export type CompanyDatum = (typeof companyData)[number];

type Company = { logoFileId: number | null; taxId: string | null; phone: string | null; email: string | null; address: string | null };

/** What the company does not say of itself yet. */
export function missingOf({ logoFileId, taxId, phone, email, address }: Company): CompanyDatum[] {
  const has = { logo: logoFileId !== null, tax_id: Boolean(taxId), contact: Boolean(phone || email), address: Boolean(address) };
  return companyData.filter((datum) => !has[datum]);
}

export function progressOf(steps: readonly Step[]) {
  return { done: steps.filter(({ state }) => state !== "open").length, total: steps.length, next: steps.find(({ state }) => state === "open")?.name };
}

/** Whether a page is among those that the steps lead to, or where one looks for them. */
export function leadsBack(path: string): boolean {
  return path === "/" || (path !== startPath && ways.some((way) => path === way || path.startsWith(`${way}/`)));
}

export const startPath = "/settings/start";
const ways = ["/settings", "/accounts", "/contacts", "/prospects", "/imports"];
