import { access } from "./access";
import { accounts, accountsErrors } from "./accounts";
import { activities, activitiesErrors } from "./activities";
import { app } from "./app";
import { attachments, attachmentsErrors } from "./attachments";
import { audit } from "./audit";
import { calendar } from "./calendar";
import { catalog, catalogErrors } from "./catalog";
import { contacts, contactsErrors } from "./contacts";
import { documents, documentsErrors } from "./documents";
import { errors } from "./errors";
import { events } from "./events";
import { failure } from "./failure";
import { formats } from "./formats";
import { forms } from "./forms";
import { help } from "./help";
import { imports, importsErrors } from "./imports";
import { lists, listsErrors } from "./lists";
import { login, loginErrors } from "./login";
import { mails, mailsErrors } from "./mails";
import { menu } from "./menu";
import { modules, modulesErrors } from "./modules";
import { notices } from "./notices";
import { origins, originsErrors } from "./origins";
import { portal, portalErrors } from "./portal";
import { prospects, prospectsErrors } from "./prospects";
import { receipts, receiptsErrors } from "./receipts";
import { refusals } from "./refusals";
import { required, requiredErrors } from "./required";
import { search } from "./search";
import { settings, settingsErrors } from "./settings";
import { setup, setupErrors } from "./setup";
import { importRowsErrors, sheets, sheetsErrors } from "./sheets";
import { trash, trashErrors } from "./trash";
import { users, usersErrors } from "./users";
import { webForms, webFormsErrors } from "./web-forms";

/** The source of every sentence: one file per noun. The code of a RuleError (`accounts.taken_code`) is its place under `errors`. */
export const es = {
  app,
  menu,
  access,
  login,
  setup,
  accounts,
  contacts,
  origins,
  search,
  events,
  audit,
  notices,
  prospects,
  activities,
  attachments,
  calendar,
  catalog,
  documents,
  receipts,
  mails,
  portal,
  imports,
  lists,
  trash,
  users,
  web_forms: webForms,
  settings,
  modules,
  required,
  help,
  formats,
  forms,
  sheets,
  failure,
  refusals,
  errors: {
    ...errors,
    asked: requiredErrors,
    accounts: accountsErrors,
    activities: activitiesErrors,
    attachments: attachmentsErrors,
    catalog: catalogErrors,
    contacts: contactsErrors,
    documents: documentsErrors,
    imports: { ...importsErrors, ...importRowsErrors },
    lists: listsErrors,
    login: loginErrors,
    mails: mailsErrors,
    modules: modulesErrors,
    origins: originsErrors,
    portal: portalErrors,
    prospects: prospectsErrors,
    receipts: receiptsErrors,
    settings: settingsErrors,
    sheets: sheetsErrors,
    setup: setupErrors,
    trash: trashErrors,
    users: usersErrors,
    web_forms: webFormsErrors,
  },
};
