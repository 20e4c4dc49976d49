import type { Handle } from "@/db/open";
import { alphanumerics } from "@/lib/core/text";
import { bulk } from "./bulk";
import { type AccountNames, accountNames, contactNames, whereabouts } from "./names";
import { type Ownership, ownerships } from "./owners";
import type { Representative } from "./people";
import { type Random, randomFor } from "./random";

export type SeededAccount = AccountNames &
  Ownership & {
    id: number;
    taxId: string;
    where: ReturnType<typeof whereabouts>;
    contacts: (ReturnType<typeof contactNames> & { id: number })[];
    random: Random;
  };

const day = 86_400_000;
const contactsEach = 2;
const named = ["id", "name", "name_key", "legal_name", "person_type", "tax_id", "tax_id_key"];
const placed = ["phone", "phone_e164", "city", "city_key", "region", "postal_code", "industry_id", "category_id", "origin_id"];
const owned = ["owner_id", "owner_group_id", "owner_key", "created_by", "created_at", "updated_at"];

/** Says everything an account is drawn with, the same however often it is asked. */
export function accountsOf(accounts: number, people: readonly Representative[]) {
  const ownershipOf = ownerships(accounts, people);
  return (place: number): SeededAccount => {
    const random = randomFor(place);
    const ownership = ownershipOf(place, random);
    const names = accountNames(random, ownership.isRare);
    const where = whereabouts(random);
    const taxId = `XAXX${String(100_000 + place).slice(-6)}${random.below(900) + 100}`;
    const contacts = Array.from({ length: contactsEach }, (_, order) => ({ id: place * contactsEach + order + 1, ...contactNames(random) }));
    return { id: place + 1, ...names, ...ownership, taxId, where, contacts, random };
  };
}

/** Writes accounts and contacts. The relations between them follow from the numbers of both. */
export function accountWriter(handle: Handle, { now }: { now: number }) {
  const accounts = bulk(handle, "accounts", [...named, ...placed, ...owned], { country: "'MX'" });
  const contacts = bulk(handle, "contacts", [
    ...["id", "given_name", "family_name", "name_key", "email", "email_key", "phone", "phone_e164"],
    ...["owner_id", "created_by", "created_at", "updated_at"],
  ]);
  const [industries, categories, origins] = [optionsOf(handle, "industry"), optionsOf(handle, "account_category"), originsOf(handle)];

  const add = ({ id, name, nameKey, legalName, personType, taxId, where, ownerId, groupId, ownerKey, seller, contactOwner, ...rest }: SeededAccount) => {
    const { random } = rest;
    const createdAt = now - (701 + random.below(300)) * day - random.below(day);
    accounts.add(
      ...[id, name, nameKey, legalName, personType, taxId, alphanumerics(taxId)],
      ...[where.phone, where.phoneE164, where.city, where.cityKey, where.region, where.postalCode],
      ...[random.one(industries), random.one(categories), random.one(origins)],
      ...[ownerId, groupId, ownerKey, seller.id, createdAt, createdAt],
    );
    for (const contact of rest.contacts) {
      const email = `contacto${contact.id}@ejemplo.test`;
      const { phone, phoneE164 } = whereabouts(random);
      contacts.add(
        ...[contact.id, contact.givenName, contact.familyName, contact.nameKey, email, email, phone, phoneE164],
        ...[contactOwner.id, contactOwner.id, createdAt, createdAt],
      );
    }
  };
  return { add, flush: () => [accounts, contacts].forEach(({ flush }) => void flush()) };
}

/** The first contact of an account buys and is the principal one, the second pays. */
export function relateContacts(handle: Handle) {
  handle.exec(`insert into account_contacts (id, account_id, contact_id, role_id, is_primary, receives_quotes, receives_invoices, created_at, updated_at)
    select id, (id + 1) / 2, id, iif(id % 2, ${roleCalled("Compras")}, ${roleCalled("Pagos / Tesorería")}), id % 2, id % 2, 1, created_at, updated_at from contacts order by id`);
}

function roleCalled(name: string): string {
  return `(select id from picklist_options where list = 'relation_role' and name = '${name}')`;
}

function optionsOf(handle: Handle, list: string) {
  return handle.prepare("select id from picklist_options where list = ? order by id").pluck().all(list) as number[];
}

function originsOf(handle: Handle) {
  return handle.prepare("select id from origins order by id").pluck().all() as number[];
}
