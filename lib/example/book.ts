import { eq } from "drizzle-orm";
import { accounts, groups, origins, picklistOptions } from "@/db/schema";
import { accountDescriptions, givenNames, internalNotes, relationRoles, salutations, tags } from "@/db/seeds/demo/shared";
import type { PickList } from "@/db/vocabulary";
import { createAccount, editAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createContact, relateContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { packs } from "@/lib/i18n/packs";
import { knownOf, moreOf, storeOf } from "./besides";
import { familiesOf, type Identities } from "./identity";
import type { Stage } from "./stage";
import type { Team } from "./team";

export type Customer = { accountId: number; name: string; ownerId: number; contactId: number | null };
export type Book = { customers: Customer[]; public: Customer; lists: Lists };
export type Lists = ReturnType<typeof listsOf>;

const opened = { first: 205, last: 186 };
const secondContacts = 16;
const counterCode = "MOSTRADOR";
const shared = 6;

/** Customers with whoever attends there, suppliers, and the customer nobody names. */
export function openBook(stage: Stage, team: Team, identities: Identities): Book {
  const { example, at } = stage;
  const lists = listsOf(stage);
  const people = namesOf(stage);
  const customers = example.customers.map(([name, industry, category], place) => {
    const ownerId = team.reps[place % team.reps.length]!;
    const made = { name, industry, category, ownerId, place, code: codeOf("C", place), now: at(opened.first - Math.floor(place / 2), 8 + (place % 2) * 6) };
    return account(stage, made, { lists, identities, people });
  });
  for (const [place, [name, industry]] of example.suppliers.entries()) {
    const groupId = place === 0 ? firstGroup(stage) : undefined;
    const made = { name, industry, ownerId: team.billing, groupId, code: codeOf("P", place), now: at(opened.first - 12 - place) };
    account(stage, made, { lists, identities, people });
  }
  for (const [place, customer] of customers.slice(0, secondContacts).entries())
    contact(stage, customer, { isPrimary: false, now: at(opened.last, 9) + place * 60_000 }, { identities, people });
  for (let place = 0; place < shared; place += 1) share(stage, customers[place]!, customers[place + 7]!, place);
  return { customers, public: openPublic(stage, team, identities), lists };
}

type With = { lists: Lists; identities: Identities; people: { given: string; family: string }[] };
type NewAccount = { name: string; industry: string; category?: string; ownerId: number; groupId?: number; place?: number; code: string; now: number };

function account(
  stage: Stage,
  { name, industry, category, ownerId, groupId, place = 1, code, now }: NewAccount,
  { lists, identities, people }: With,
): Customer {
  const { tx, tell, by, random, example } = stage;
  const [city, region, postalCode] = random.pick(example.cities);
  const mine = by(ownerId, now);
  const isSupplier = category === undefined;
  const phone = identities.phone();
  const input = accountForm.parse({
    ...{
      name,
      isSupplier,
      city,
      region,
      postalCode,
      ownerId: groupId === undefined ? ownerId : `g${groupId}`,
      taxId: identities.taxId(name),
      phone,
      email: identities.email("contacto", name),
    },
    ...{ phoneUse: "work", emailUse: "work", setsPoints: "on", points: place % 3 === 0 ? moreOf(phone, identities.email("facturas", name)) : [] },
    ...{ legalName: random.chance(0.6) ? `${name}${legalForms[example.pack]}` : null, code },
    ...(!isSupplier && place % 4 === 1 && { addressUse: "fiscal", setsAddresses: "on", addresses: [storeOf(example, place)] }),
    address: `${random.pick(example.streets)} ${random.whole(10, 990)}`,
    industryId: lists.option("industry", industry),
    categoryId: category ? lists.option("account_category", category) : null,
    originId: random.pick(lists.origins).id,
    interestId: isSupplier ? null : lists.option("interest_level", interests[place % interests.length]!),
    tags: random.chance(0.4) ? random.pick(tags) : "",
    description: isSupplier ? null : random.pick(accountDescriptions),
    internalNote: isSupplier ? null : random.pick(internalNotes),
  });
  const { id: accountId } = tell("account.created", createAccount(tx, input, mine), mine);
  const made = { accountId, name, ownerId, contactId: null };
  return { ...made, contactId: contact(stage, made, { isPrimary: true, groupId, now: now + 300_000 }, { identities, people }) };
}

function contact(
  stage: Stage,
  { accountId, ownerId }: Customer,
  { isPrimary, groupId, now }: { isPrimary: boolean; groupId?: number; now: number },
  { identities, people }: Omit<With, "lists">,
): number {
  const { tx, tell, by, random } = stage;
  const { given, family } = people.pop()!;
  const mine = by(ownerId, now);
  const input = contactForm.parse({
    ...{
      accountId,
      ownerId: groupId === undefined ? ownerId : `g${groupId}`,
      isPrimary,
      salutation: random.pick(salutations),
      givenName: given,
      familyName: family,
      phone: identities.mobile(),
      phoneUse: "mobile",
    },
    email: identities.email(given.split(" ")[0]!, family.split(" ")[0]!),
    ...knownOf(people.length),
    role: isPrimary ? "Compras" : random.pick(relationRoles),
    ...{ receivesQuotes: isPrimary, receivesInvoices: true, receivesCollection: !isPrimary },
  });
  return tell("contact.created", createContact(tx, input, mine), mine).id;
}

/** The same person buys for another company too. */
function share({ tx, tell, by, at, scope }: Stage, from: Customer, to: Customer, place: number) {
  const contacts = scope.contacts;
  const person = scope.select({ id: contacts.id, givenName: contacts.givenName, familyName: contacts.familyName }).from(contacts).all();
  const found = person.find(({ id }) => id === from.contactId)!;
  const mine = by(to.ownerId, at(opened.last - 1));
  const relation = {
    role: "Gerencia",
    isPrimary: false,
    receivesQuotes: true,
    receivesInvoices: false,
    receivesCollection: false,
    sinceOn: `20${18 + place}-03-01`,
  };
  tell("relation.added", relateContact(tx, { id: to.accountId, name: to.name }, found, relation, mine), mine);
}

/** What a fiscal document needs of whoever was only a prospect until now: their identification, as they dictate it. */
export function completeAccount(
  { tx, tell, by }: Stage,
  accountId: number,
  { identities, userId, now }: { identities: Identities; userId: number; now: number },
) {
  const row = tx.select().from(accounts).where(eq(accounts.id, accountId)).get()!;
  if (row.taxId !== null || row.code === counterCode) return;
  const mine = by(userId, now);
  const input = accountForm.parse({ ...row, taxId: identities.taxId(row.name), tags: "" });
  tell("account.edited", editAccount(tx, row, input, mine), mine);
}

function openPublic({ tx, tell, by, at, example }: Stage, { manager }: Team, identities: Identities): Customer {
  const { name, taxId: usual } = packs[example.pack].finalConsumer;
  const taxId = usual || (example.pack === "VE" ? identities.taxId(name) : null);
  const mine = by(manager, at(opened.last));
  const input = accountForm.parse({
    name,
    taxId,
    personType: "individual",
    ownerId: manager,
    code: counterCode,
    description: "Ventas de mostrador sin datos del cliente.",
  });
  return { accountId: tell("account.created", createAccount(tx, input, mine), mine).id, name, ownerId: manager, contactId: null };
}

/** Whoever supplies all is looked after by all of one group. */
function firstGroup({ tx }: Stage): number | undefined {
  return tx.select({ id: groups.id }).from(groups).orderBy(groups.id).limit(1).get()?.id;
}

const interests = ["Alto", "Medio", "Medio", "Bajo"];

const legalForms = { MX: ", S.A. de C.V.", CO: " S.A.S.", UY: " S.A.", BO: " S.R.L.", VE: ", C.A." };

function codeOf(letter: string, place: number) {
  return `${letter}-${String(place + 1).padStart(3, "0")}`;
}

/** Forty people and no name twice. */
function namesOf({ random, example }: Stage) {
  const families = random.shuffled(familiesOf(example.pack));
  return random.shuffled(givenNames).map((given, place) => ({ given, family: families[place % families.length]! }));
}

function listsOf({ tx }: Stage) {
  const options = tx.select().from(picklistOptions).all();
  const all = tx.select({ id: origins.id, code: origins.code }).from(origins).all();
  return {
    origins: all.filter(({ code }) => code !== "OTR"),
    origin: (code: string) => all.find((one) => one.code === code)!.id,
    option: (list: PickList, name: string) => options.find((one) => one.list === list && one.name === name)!.id,
    options: (list: PickList) => options.filter((one) => one.list === list).map(({ id }) => id),
  };
}
