import { accountContacts, accounts, contacts, opportunities, prospects, webForms } from "@/db/schema";
import type { PickList } from "@/db/vocabulary";

/** Where options are held. */
export const places = {
  contact_channel: [
    { table: prospects, kind: "prospect", field: "channelId", column: prospects.channelId },
    { table: webForms, kind: "web_form", field: "channelId", column: webForms.channelId },
  ],
  industry: [
    { table: accounts, kind: "account", field: "industryId", column: accounts.industryId },
    { table: prospects, kind: "prospect", field: "industryId", column: prospects.industryId },
  ],
  account_category: [{ table: accounts, kind: "account", field: "categoryId", column: accounts.categoryId }],
  interest_level: [{ table: accounts, kind: "account", field: "interestId", column: accounts.interestId }],
  lost_reason: [
    { table: prospects, kind: "prospect", field: "lostReasonId", column: prospects.lostReasonId },
    { table: opportunities, kind: "opportunity", field: "lostReasonId", column: opportunities.lostReasonId },
  ],
  relation_role: [{ table: accountContacts, kind: "relation", field: "roleId", column: accountContacts.roleId }],
} as const satisfies Record<PickList, readonly object[]>;

export const originPlaces = [
  { table: accounts, kind: "account", field: "originId", column: accounts.originId },
  { table: contacts, kind: "contact", field: "originId", column: contacts.originId },
  { table: prospects, kind: "prospect", field: "originId", column: prospects.originId },
  { table: webForms, kind: "web_form", field: "originId", column: webForms.originId },
] as const;

export type Place = (typeof places)[PickList][number] | (typeof originPlaces)[number];
