import { eq } from "drizzle-orm";
import type { SeenModule } from "@/db/vocabulary";
import { t } from "@/lib/i18n/words";
import type { Scope } from "./scope";

/** What a record is called, as its own page calls it; undefined when the viewer does not see it. */
export function recordName(scope: Scope, module: SeenModule, id: number): string | undefined {
  const { accounts, activities, catalogItems, contacts, prospects, select } = scope;
  switch (module) {
    case "accounts":
      return select({ name: accounts.name }).from(accounts).where(eq(accounts.id, id)).get()?.name;
    case "contacts": {
      const { givenName, familyName } = contacts;
      const person = select({ givenName, familyName }).from(contacts).where(eq(contacts.id, id)).get();
      return person && `${person.givenName} ${person.familyName}`.trim();
    }
    case "prospects": {
      const { personName, companyName } = prospects;
      const prospect = select({ personName, companyName }).from(prospects).where(eq(prospects.id, id)).get();
      return prospect && (prospect.companyName ?? prospect.personName);
    }
    case "activities":
      return select({ subject: activities.subject }).from(activities).where(eq(activities.id, id)).get()?.subject;
    case "catalog":
      return select({ name: catalogItems.name }).from(catalogItems).where(eq(catalogItems.id, id)).get()?.name;
    default:
      return paperName(scope, kinds[module], id);
  }
}

const kinds = { quotes: "quote", orders: "order", invoices: "invoice", receipts: "receipt" } as const;

function paperName(scope: Scope, kind: (typeof kinds)[keyof typeof kinds], id: number): string | undefined {
  const papers = scope.documents(kind);
  const paper = scope.select({ label: papers.label }).from(papers).where(eq(papers.id, id)).get();
  const one = t(`documents.kinds.${kind}.one`);
  return paper && (paper.label ? `${one} ${paper.label}` : t("documents.draft_of", { kind: one }));
}
