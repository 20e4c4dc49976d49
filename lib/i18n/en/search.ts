import type * as es from "../es/search";
import type { Same } from "./same";

export const search = {
  title: "Search",
  label: "Search everything",
  hint: "Name, phone, tax ID, document number or what was noted",
  nothing_hint: "Try fewer letters, a phone or a document number.",
  all_kinds: "Everything found",
  from_start: "From the start",
  groups: {
    documents: "Documents",
    accounts: "Accounts",
    contacts: "Contacts",
    prospects: "Prospects",
    catalog: "Catalog",
    activities: "Activities and notes",
  },
} satisfies Same<typeof es.search>;
