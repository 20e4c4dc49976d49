import { identities } from "@/lib/access/identities";
import type { Policy } from "@/lib/access/registry";
import type { MatrixCompany } from "./company";
import type { Action } from "./entry-points";
import { foreignIn } from "./get-cells";
import { isOutside, isStaff, reach } from "./oracle";
import { type Name, names } from "./people";

/** Sends each form of identity by everybody who may not, as its page would, and says what is wrong with the answers. */
export async function identityComplaints(company: MatrixCompany, actions: Action[], companyName: string) {
  const { line, cookies, marta } = company;
  const [offered] = (await marta.visit("/settings/me")).forms({}).map(({ body }) => body);
  const complaints: string[] = [];
  let cells = 0;
  for (const [entry, policy] of Object.entries<Policy>(identities)) {
    const page = entry.replace(/^app\/\([a-z]+\)|\/actions\.ts#\w+$/g, "");
    const { id } = actions.find(({ file, name }) => `${file}#${name}` === entry)!;
    for (const name of names.filter((one) => !isAdmitted(one, policy))) {
      const body = new FormData();
      for (const [field, value] of offered!) body.append(field, typeof value === "string" ? value.replace(/\b7f[0-9a-f]{40}\b/, id) : value);
      const typed = { name: companyName, locale: "en", currentPassword: "x".repeat(20), password: "y".repeat(20) };
      for (const [field, value] of Object.entries(typed)) body.set(field, value);
      const heard = await line.post(cookies[name], page, body);
      cells += 1;
      const isRefused = isOutside(name) ? heard.status === 303 && heard.location.startsWith("/login") : [403, 404].includes(heard.status);
      const leak = foreignIn(name, heard);
      if (!isRefused || leak) complaints.push(`${name} ${entry}: ${heard.status} ${heard.location} ${leak ?? ""}`);
      if (company.hasChanged()) complaints.push(`${name} ${entry} changed the data`);
    }
  }
  return { complaints, cells };
}

function isAdmitted(name: Name, policy: Policy): boolean {
  if (policy === "open") return true;
  if (!isStaff(name) || isOutside(name)) return false;
  return typeof policy === "string" ? policy === "team" : reach(name, policy.module, policy.verb) !== undefined;
}
