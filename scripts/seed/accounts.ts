import type { Handle } from "@/db/open";
import { deeds } from "@/db/seeds/bench";
import { alphanumerics, sortKey, sortKeyOrLast } from "@/lib/core/text";
import { inserter } from "./inserter";
import { accountNames, contactNames, whereabouts } from "./names";
import { ownerOf } from "./owners";
import type { Representative } from "./people";
import { type Random, randomFor } from "./random";

export type SeededAccount = {
  id: number;
  name: string;
  legalName: string | null;
  taxId: string;
  city: string;
  contactId: number;
  ownerId: number;
  random: Random;
};

const day = 86_400_000;
const zone = "America/Mexico_City";
const stamped = ["created_by", "created_at", "updated_at"] as const;
const named = ["name", "name_key", "legal_name", "person_type", "tax_id", "tax_id_key"] as const;
const placed = ["phone", "phone_e164", "city", "city_key", "region", "postal_code", "country"] as const;
const sorted = ["industry_id", "category_id", "origin_id", "owner_id", "owner_group_id", "owner_key"] as const;

/** Makes the account of one place with its contacts and one activity. */
export function accountMaker(handle: Handle, { accounts, people, now }: { accounts: number; people: Representative[]; now: number }) {
  const add = inserter(handle, "accounts", [...named, ...placed, ...sorted, ...stamped]);
  const addContacts = contactMaker(handle);
  const addActivity = activityMaker(handle, now);
  const optionsOf = (list: string) => handle.prepare("select id from picklist_options where list = ? order by id").pluck().all(list) as number[];
  const choices = { industries: optionsOf("industry"), categories: optionsOf("account_category"), origins: ids(handle, "select id from origins order by id") };

  return (place: number): SeededAccount => {
    const random = randomFor(place);
    const owner = ownerOf(place, accounts, people, random);
    const names = accountNames(random, owner.isRare);
    const where = whereabouts(random);
    const taxId = `XAXX${String(100_000 + place).slice(-6)}${random.below(900) + 100}`;
    const createdAt = now - random.below(1000 * day);
    const id = add({
      ...{ ...names, name_key: sortKey(names.name), tax_id: taxId, tax_id_key: alphanumerics(taxId) },
      ...{ ...where, city_key: sortKeyOrLast(where.city), country: "MX" },
      ...{ industry_id: random.one(choices.industries), category_id: random.one(choices.categories), origin_id: random.one(choices.origins) },
      ...{ owner_id: owner.id, owner_group_id: owner.groupId, owner_key: sortKeyOrLast(owner.name) },
      ...{ created_by: owner.seller.id, created_at: createdAt, updated_at: createdAt },
    });
    const contactId = addContacts(id, owner.contactOwner, createdAt, random);
    addActivity({ accountId: id, contactId, ownerId: owner.seller.id, random });
    return { id, name: names.name, legalName: names.legal_name, taxId, city: where.city, contactId, ownerId: owner.seller.id, random };
  };
}

function contactMaker(handle: Handle) {
  const add = inserter(handle, "contacts", ["given_name", "family_name", "name_key", "email", "email_key", "phone", "phone_e164", "owner_id", ...stamped]);
  const relate = inserter(handle, "account_contacts", ["account_id", "contact_id", "role", "is_primary", "receives_invoices", "created_at", "updated_at"]);

  return (accountId: number, owner: Representative, createdAt: number, random: Random): number => {
    const both = random.fraction() < 0.5 ? [1] : [1, 0];
    const made = both.map((isPrimary) => {
      const names = contactNames(random);
      const { phone, phone_e164 } = whereabouts(random);
      const email = `contacto${accountId}.${isPrimary}@ejemplo.test`;
      const stamps = { created_at: createdAt, updated_at: createdAt };
      const nameKey = sortKey(`${names.given_name} ${names.family_name}`);
      const id = add({ ...names, name_key: nameKey, email, email_key: email, phone, phone_e164, owner_id: owner.id, created_by: owner.id, ...stamps });
      relate({
        account_id: accountId,
        contact_id: id,
        role: isPrimary ? "Compras" : "Pagos / Tesorería",
        is_primary: isPrimary,
        receives_invoices: 1,
        ...stamps,
      });
      return id;
    });
    return made[0]!;
  };
}

function activityMaker(handle: Handle, now: number) {
  const about = ["kind", "status", "subject", "account_id", "contact_id", "owner_id"] as const;
  const timed = ["starts_at", "ends_at", "zone", "starts_at_utc", "ends_at_utc", "done_at"] as const;
  const add = inserter(handle, "activities", [...about, ...timed, ...stamped]);

  return ({ accountId, contactId, ownerId, random }: { accountId: number; contactId: number; ownerId: number; random: Random }) => {
    const startsAt = now + (random.below(400) - 370) * day + random.below(36) * 900_000;
    const endsAt = startsAt + 1_800_000;
    const isDone = startsAt < now && random.fraction() < 0.9;
    add({
      ...{ kind: random.one(["call", "visit", "task", "meeting"]), status: isDone ? "done" : "planned", subject: random.one(deeds) },
      ...{ account_id: accountId, contact_id: contactId, owner_id: ownerId },
      ...{ starts_at: wallTime(startsAt), ends_at: wallTime(endsAt), zone, starts_at_utc: startsAt, ends_at_utc: endsAt },
      ...{ done_at: isDone ? endsAt : null, created_by: ownerId, created_at: startsAt - day, updated_at: startsAt - day },
    });
  };
}

/** Since 2022 this zone has no summer time; asking the calendar would be a fifth of the seed. */
function wallTime(instant: number): string {
  return new Date(instant - 21_600_000).toISOString().slice(0, 16);
}

function ids(handle: Handle, query: string) {
  return handle.prepare(query).pluck().all() as number[];
}
