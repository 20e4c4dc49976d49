import type { Transaction } from "@/db/open";
import type { ExampleCompany } from "@/db/seeds/demo/types";
import { addDays, type Day, toInstant } from "@/lib/core/dates";
import { tellAttachments } from "./attach";
import { type Book, openBook } from "./book";
import { fillCatalog, type Goods } from "./catalog";
import { type ExamplePack, examples } from "./companies";
import { planDeals } from "./deals";
import { tellDiscards } from "./discards";
import type { ExampleFiles } from "./files";
import { type Administrator, burnNumber, describeCompany, foundCompany } from "./found";
import { makeIdentities } from "./identity";
import { type Inquiry, planInquiries } from "./inquiries";
import { closeMails, tellMails } from "./mails";
import { tellChangesOfMany } from "./many";
import { tellNotes } from "./notes";
import { openPortal } from "./portal";
import { tellInquiry } from "./prospects";
import { type Stage, setStage, workday } from "./stage";
import { chases, tellAdvances, tellChases, tellDeal } from "./story";
import { hireTeam } from "./team";
import { tellViews } from "./views";
import { appoint, visit } from "./visits";
import { tellWebForm } from "./web-form";

export type Login = { role: "administrator" | "manager" | "rep" | "billing" | "readOnly" | "customer"; name: string; email: string };
type Asked = { pack: ExamplePack; asOf: Day; administrator?: Partial<Omit<Administrator, "passwordHash">>; passwordHash: string; files?: ExampleFiles };

const history = 207;
/** What was done or let pass, and what is still to come. */
const amounts = { past: 250, ahead: 20 };

/** Fills an empty database with one of the five companies as it is on the morning of `asOf`: the same day gives the same rows.
 *  Everybody has the same password. Throws when there is a company already. */
export function fillExample(tx: Transaction, { pack, asOf, administrator, passwordHash, files }: Asked): { administratorId: number; logins: Login[] } {
  const example = examples[pack];
  const on = addDays(asOf, -history);
  const now = toInstant(`${on}T09:00`, example.zone).instant;
  const boss: Administrator = { ...example.administrator, ...administrator, passwordHash };
  const administratorId = foundCompany(tx, example, { administrator: boss, on, now });
  const stage = setStage(tx, example, asOf);
  describeCompany(stage, administratorId, now);
  const team = hireTeam(stage, administratorId, passwordHash, now + 3_600_000);
  const goods = fillCatalog(stage, administratorId);
  const identities = makeIdentities(example, stage.random);
  const book = openBook(stage, team, identities);
  const portals = openPortals(stage, book, passwordHash);

  const deals = planDeals(stage, book);
  const inquiries = planInquiries(stage, book, team, deals);
  for (const [place, inquiry] of inquiries.entries()) tellInquiry(stage, inquiry, { lists: book.lists, identities, place });
  const asked = new Set(inquiries.flatMap(({ deal }) => deal ?? []));
  const visits = deals.map((deal) => tellDeal(stage, deal, { team, goods, identities, isVisited: !asked.has(deal) })).filter(Boolean).length;
  tellAdvances(stage, book, team);
  tellChases(stage, deals, team);
  tellRest(stage, { book, goods, inquiries, visits: visits + chases, administratorId });
  stage.agenda.add(stage.at(33, 13), (then) => burnNumber(stage, "Hoja de la imprenta dañada; se guardó con el talonario.", then));
  if (files) tellAttachments(stage, book, files);
  tellNotes(stage, book, team);
  tellViews(stage, team);
  tellWebForm(stage, team);
  tellChangesOfMany(stage, book, team);
  tellDiscards(stage, book, team);
  tellMails(stage, book, administratorId);
  stage.agenda.run();
  closeMails(stage);
  return { administratorId, logins: loginsOf(example, boss, portals) };
}

function openPortals(stage: Stage, { customers }: Book, passwordHash: string) {
  const both = [customers[1]!.accountId, customers[8]!.accountId];
  return [
    openPortal(stage, customers[0]!, { accountIds: [customers[0]!.accountId], passwordHash, now: stage.at(180) }),
    openPortal(stage, customers[1]!, { accountIds: both, passwordHash, now: stage.at(179) }),
  ];
}

/** As many visits and appointments as are lacking. */
function tellRest(
  stage: Stage,
  { book, goods, inquiries, visits, administratorId }: { book: Book; goods: Goods; inquiries: Inquiry[]; visits: number; administratorId: number },
) {
  const { agenda, at, random, asOf } = stage;
  const touches = inquiries.flatMap((inquiry) => inquiry.touches);
  const planned = touches.filter(({ nextIn }) => nextIn !== undefined);
  const appointed = inquiries.flatMap(({ appointmentIn }) => appointmentIn ?? []);
  const ahead = [...planned.filter(({ nextKind }) => nextKind === "appointment").map(({ nextIn }) => nextIn!), ...appointed].filter((day) => day >= 0);
  const past = visits + touches.length + planned.length + appointed.length - ahead.length;
  for (let made = past; made < amounts.past; made += 1) {
    const customer = random.pick(book.customers);
    agenda.add(at(workday(random.whole(2, 170), asOf)), (now) => visit(stage, customer, goods, now));
  }
  for (let made = ahead.length; made < amounts.ahead; made += 1) {
    const customer = { ...book.customers[(made * 3) % book.customers.length]!, ...(made % 3 === 0 && { ownerId: administratorId }) };
    agenda.add(at(random.whole(1, 6)), (now) => appoint(stage, customer, [0, 0, 1, 1, 2, 4, 6, 9, 13, 20][made % 10]!, now));
  }
}

function loginsOf({ team }: ExampleCompany, boss: Administrator, portals: { name: string; email: string }[]): Login[] {
  const of = (role: Login["role"], people: { name: string; email: string }[]) => people.map(({ name, email }): Login => ({ role, name, email }));
  const having = (profile: string) => team.filter((person) => person.profile === profile);
  return [
    ...of("administrator", [boss]),
    ...of("manager", having("Gerencia")),
    ...of("rep", having("Ejecutivo").slice(0, 2)),
    ...of("billing", having("Facturación y cobranza")),
    ...of("readOnly", having("Solo lectura")),
    ...of("customer", portals),
  ];
}
