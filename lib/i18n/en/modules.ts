import type * as es from "../es/modules";
import type { Same } from "./same";

export const modules = {
  title: "Modules",
  intro:
    "What is turned off disappears for everybody: menu, search, lists, exports, portal and permissions. Its records are kept and come back when it is turned on.",
  always: "Always on, because the rest hangs on them: {names}.",
  switched_off: "Modules turned off",
  purpose: "What do you use Cartera for?",
  purpose_hint: "What you do not use is not shown. Change it whenever you like in Settings, Modules.",
  purposes: { commercial: "Commercial", services: "Services", crm: "CRM only" },
  purpose_hints: {
    commercial: "Everything: from first contact to payment, with orders.",
    services: "Quotes and invoices, without orders in between.",
    crm: "Following up prospects and customers, without sales documents.",
  },
  choose: "Choose",
  choose_this: "Choose {purpose}",
  is_so: "As it is now",
  proposed: "Proposal for {purpose}: look it over and save.",
  proposed_same: "{purpose}: it is so already, there is nothing to change.",
  will_vanish: "Will be hidden: {names}.",
  will_return: "Will be seen again: {names}.",
  groups: { following: "Follow-up", selling: "Offer", charging: "Collection", loading: "Loading data" },
  for: {
    prospects: "Who might buy, with their follow-up.",
    activities: "Appointments, tasks, calls and notes; the calendar and “My day”.",
    catalog: "Products and services with prices. Without it, documents are typed by hand.",
    quotes: "Quotes that are sent and accepted.",
    orders: "Orders, whether or not they come from a quote.",
    invoices: "Invoices, balances and due dates of each account.",
    receipts: "Receipts and what they are applied to.",
    imports: "Accounts and products from a spreadsheet.",
  },
  needs: "Needs {needed}.",
  holds: "{count, plural, =0 {No records} one {# record} other {# records}}",
  holds_more: "More than {count} records",
  is_off: "Module turned off: what was granted is kept.",
  saved: "Modules saved.",
} satisfies Same<typeof es.modules>;

export const modulesErrors = {
  needs: "{module} needs {needed}: turn on {needed}, or turn off {module} too.",
} satisfies Same<typeof es.modulesErrors>;
