import type { Policy } from "./registry";

const configuring = { module: "settings", verb: "configure" } as const;

/** Forms of identity, which leave no event of their own: by their file and name. */
export const identities = {
  "app/(open)/login/actions.ts#login": "open",
  "app/(open)/login/actions.ts#signOut": "open",
  "app/(open)/password/[token]/actions.ts#choose": "open",
  "app/(open)/setup/actions.ts#start": "open",
  "app/(open)/setup/actions.ts#startExample": "open",
  "app/(staff)/notices/actions.ts#read": "team",
  "app/(staff)/settings/example/actions.ts#leave": configuring,
  "app/(staff)/settings/me/actions.ts#change": "team",
  "app/(staff)/settings/me/actions.ts#endOthers": "team",
  "app/(staff)/settings/me/actions.ts#endSight": "team",
  "app/(staff)/settings/me/actions.ts#lookAs": configuring,
  "app/(staff)/settings/me/actions.ts#lookAsCustomer": configuring,
  "app/(staff)/settings/me/actions.ts#speak": "team",
} as const satisfies Record<string, Policy>;
