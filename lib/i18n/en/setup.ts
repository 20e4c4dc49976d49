import type * as es from "../es/setup";
import type { Same } from "./same";

export const setup = {
  title: "Set up Cartera",
  welcome: "Welcome to Cartera",
  intro: "In two minutes it is ready for the first quote. Everything can be changed later in Settings.",
  company: "Your company",
  company_name: "Company name",
  country: "Country",
  country_hint: "It sets the currency, the taxes and the words the system uses.",
  currency: "Currency",
  zone: "Time zone",
  usual_zone: "The country’s usual one",
  administrator: "Who administers",
  administrator_name: "Name",
  administrator_email: "Email",
  administrator_password: "Password",
  sharing: "How is information shared?",
  demo: "Start with example data",
  demo_hint: "It can be removed completely later on.",
  submit: "Start",
  key: "Installation key",
  key_hint: "It appears in the window where the program was started.",
  done: "All set.",
  checklist: "Steps to get started",
  checklist_progress: "{done} of {total} steps",
  step_sharing: "Define how information is shared",
  step_roles: "Create roles, profiles and groups",
  step_users: "Invite users",
  step_company: "Complete the company’s data",
  step_picklists: "Review the picklists",
  step_accounts: "Create or import accounts",
  step_contacts: "Create or import contacts",
  step_prospects: "Load prospects and assign them",
  step_items: "Create or import products and services",
} satisfies Same<typeof es.setup>;

export const setupErrors = {
  already_done: "Cartera is already set up. Sign in with your email.",
  wrong_key: "The installation key does not match.",
} satisfies Same<typeof es.setupErrors>;
