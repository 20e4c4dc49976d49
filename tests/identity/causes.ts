import { switchableModules } from "@/db/vocabulary";
import { addDays, dayOf } from "@/lib/core/dates";
import { password } from "../support/company";
import { addCustomer } from "../support/customers";
import { dataOf } from "../support/people";
import { doorsTo, sessionsOf } from "../support/revoking";
import type { RunningServer } from "../support/server";
import type { Typed, Visitor } from "../support/visit";

type Cause = {
  name: string;
  before: () => Promise<unknown>;
  take: (sessions: Visitor[]) => Promise<unknown>;
  /** The sessions themselves end. */
  isEnd?: true;
  /** The ways that are shut by it; all others stay open. */
  shuts: readonly string[];
  /** Of who did it themselves, at the first of the sessions: what is shut for that one as well. */
  spares?: readonly string[];
  after?: () => Promise<unknown>;
};
type Place = { server: RunningServer; marta: Visitor };

export const reached = "Alcanzada";

/** All that takes an account from a colleague, or the colleague from everything, as it is done on the pages; with the ways to that account. */
export async function staffCauses({ server, marta, userId, ana }: Place & { userId: number; ana: number }) {
  const path = (await (await marta.visit("/accounts/new")).submit("Guardar", { name: reached, ownerId: String(userId) })).path.split("?")[0]!;
  const files = [new File(["uno,dos\n"], "lista.csv", { type: "text/csv" })];
  const attached = await (await marta.visit(`${path}?ver=files`)).submit("Adjuntar", { files });
  const fileId = Number(/\/files\/(\d+)/.exec(attached.html)![1]);
  const doors = doorsTo(server, { accountId: Number(path.split("/")[2]), name: reached, userId, fileId });
  const inside = doors.map((door) => door.name);
  const every = [...inside, "feed"];

  const press = presser(marta);
  let owner = userId;
  const give = async (to: number) => {
    if (to !== owner) await press(`${path}/owner`, "Cambiar de responsable", { ownerId: String(to), takesActivities: false });
    owner = to;
  };
  const user = (typed: Typed) => press(`/settings/users/${userId}`, "Guardar", typed);
  const group = (memberIds: string[] | false) => press("/settings/groups/1", "Guardar", { memberIds });
  const unshare = () => press(`${path}/owner`, "Quitar Norte");
  const own =
    (button: string, typed: Typed = {}) =>
    async (sessions: Visitor[]) =>
      (await sessions[0]!.visit("/settings/me")).submit(button, typed);
  const share = async () => {
    await give(1);
    await group([String(userId)]);
    await press(`${path}/owner`, "Compartir");
  };
  const below = () => give(ana);
  const preset = (kind: string) => press("/settings/roles", "Aplicar a todos los perfiles", { preset: kind });
  const everywhere = async () => {
    await give(1);
    await preset("all");
  };
  await press("/settings/groups/new", "Guardar", { name: "Norte", memberIds: [] });
  const causes: Cause[] = [
    { name: "a reach", before: everywhere, take: () => preset("own"), shuts: every },
    { name: "given away", before: () => give(userId), take: () => give(1), shuts: every },
    { name: "a share taken back", before: share, take: unshare, shuts: every },
    { name: "a group left", before: share, take: () => group(false), shuts: every, after: unshare },
    { name: "a role", before: below, take: () => user({ roleId: "3" }), shuts: every, after: () => user({ roleId: "2" }) },
    { name: "a profile", before: below, take: () => user({ profileIds: ["2"] }), shuts: every, after: () => user({ profileIds: ["1"] }) },
    {
      ...{ name: "activities off", before: below, take: () => switchOff(press, "prospects", "activities") },
      ...{ shuts: ["action", "ics", "feed"], after: () => switchOff(press) },
    },
    { name: "quotes off", before: below, take: () => switchOff(press, "quotes"), shuts: ["paper"], after: () => switchOff(press) },
    { name: "an address changed", before: below, take: own("Cambiar la dirección"), shuts: ["feed"] },
    { name: "an address taken back", before: below, take: own("Quitar la dirección"), shuts: ["feed"] },
    { name: "the others closed", before: below, take: own("Cerrar las demás sesiones"), shuts: inside, isEnd: true, spares: [] },
    { name: "a password", before: below, take: own("Cambiar contraseña", changed), shuts: every, isEnd: true, spares: ["feed"] },
    { name: "all closed by who administers", before: below, take: () => press(`/settings/users/${userId}`, "Cerrar sus sesiones"), shuts: every, isEnd: true },
    { name: "deactivated", before: below, take: () => press(`/settings/users/${userId}`, "Desactivar"), shuts: every, isEnd: true },
  ];
  return { causes, doors };
}

const changed = { currentPassword: password, password: "otra frase bien larga" };

type Press = ReturnType<typeof presser>;

/** Sends a form of a page, and throws where it is not taken. */
function presser(by: Visitor) {
  return async (page: string, button: string, typed: Typed = {}) => {
    const done = await (await by.visit(page)).submit(button, typed);
    if (done.status !== 200 || done.summary) throw new Error(`${button} at ${page}: ${done.status} ${done.summary}`);
  };
}

function switchOff(press: Press, ...off: string[]) {
  return press("/settings/modules", "Guardar", Object.fromEntries(switchableModules.map((module) => [module, !off.includes(module)])));
}

/** All that takes the portal, or some of it, from a customer; each has a customer of its own. */
export function customerCauses({ server, marta }: Place) {
  const today = dayOf(Date.now(), "America/Mexico_City");
  const db = dataOf(server);
  const press = presser(marta);
  const page = (contactId: number) => `/contacts/${contactId}/portal`;
  const set = (typed: Typed) => (contactId: number) => press(page(contactId), "Guardar", typed);
  const every = ["home", "document", "paper"];
  const kinds = ["quote", "order", "receipt"];
  const trash = (path: string) => press(path, "Eliminar");
  const causes = [
    { name: "closed", take: (contactId: number) => press(page(contactId), "Cerrar el acceso"), shuts: every },
    { name: "the account taken out", take: set({ "relations.0.hasPortal": false }), shuts: every },
    { name: "one kind taken out", take: set({ "relations.0.kinds": kinds }), shuts: ["document", "paper"] },
    { name: "begins tomorrow", take: set({ "relations.0.startsOn": addDays(today, 1) }), shuts: every },
    { name: "ended yesterday", take: set({ "relations.0.endsOn": addDays(today, -1) }), shuts: every },
    { name: "another mailbox", take: set({ email: "otra@cliente.test" }), shuts: every },
    { name: "the contact in the trash", take: (contactId: number) => trash(`/contacts/${contactId}`), shuts: every },
    { name: "invoices off", take: () => switchOff(press, "invoices", "receipts"), shuts: ["document", "paper"], after: () => switchOff(press) },
  ];
  const made = causes.map(({ name: cause, take, ...rest }, place) => {
    const person = { givenName: "Rosa", company: `Cliente ${place}`, email: `c${place}@cliente.test`, passwordHash: "x" };
    const { contactId, portalUserId, company, papers } = addCustomer(db, person, today);
    const invoice = `/portal/documents/${papers[2]}`;
    const doors = [
      { name: "home", path: "/portal", word: company },
      { name: "document", path: invoice, word: company },
      { name: "paper", path: `${invoice}/pdf` },
    ];
    return { name: cause, ...rest, doors, sessions: sessionsOf(server, { portalUserId }), take: () => take(contactId) };
  });
  db.$client.close();
  return made;
}
