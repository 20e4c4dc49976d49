import type { Said } from "./questions";

/** Whether a form shows a field. What it does not show cannot be asked for. */
export function isShown(field: string, said: Said): boolean {
  switch (field) {
    case "about":
      return "accountId" in said || "contactId" in said || "prospectId" in said;
    case "role":
      return "role" in said && (!("accountId" in said) || !isBlank(said.accountId));
    case "contactId":
      return "contactId" in said && isBlank(said.prospectId);
    default:
      return field in said;
  }
}

/** Whether anything stands there. A phone, a mailbox or an address may also stand in a row of its own. */
export function isGiven(field: string, said: Said): boolean {
  switch (field) {
    case "about":
      return [said.accountId, said.contactId, said.prospectId].some((id) => !isBlank(id));
    case "ownerId":
      return !isBlank(said.ownerId) || !isBlank(said.ownerGroupId);
    case "phone":
    case "email":
      return !isBlank(said[field]) || rowsOf(said.points).some((row) => !isBlank(row.value) && String(row.kind ?? row.what).startsWith(field));
    default:
      return !isBlank(said[field]) || (inAddress.has(field) && rowsOf(said.addresses).some((row) => !isBlank(row[field])));
  }
}

const inAddress = new Set(["address", "addressReference", "city", "region", "postalCode"]);

function isBlank(value: unknown): boolean {
  if (typeof value === "string") return value.trim() === "";
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

function rowsOf(rows: unknown): Said[] {
  return Array.isArray(rows) ? rows.filter((row): row is Said => typeof row === "object" && row !== null) : [];
}
