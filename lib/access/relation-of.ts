import type { SeenModule } from "@/db/vocabulary";
import type { Scope } from "./scope";

/** The records of a module as its viewer sees them; of each the identifier is all that is asked. */
export function relationOf(scope: Scope, module: SeenModule) {
  const relation = {
    accounts: () => scope.accounts,
    contacts: () => scope.contacts,
    prospects: () => scope.prospects,
    activities: () => scope.activities,
    catalog: () => scope.catalogItems,
    quotes: () => scope.documents("quote"),
    orders: () => scope.documents("order"),
    invoices: () => scope.documents("invoice"),
    receipts: () => scope.documents("receipt"),
  }[module]();
  return relation as Scope["accounts"];
}
