import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { accountContacts, company, contacts, origins, picklistOptions } from "@/db/schema";
import type { PickList } from "@/db/vocabulary";
import { write } from "@/db/write";
import type { ActionEvent } from "@/lib/access/registry";
import type { Scope } from "@/lib/access/scope";
import type { StaffViewer } from "@/lib/access/viewer";
import { createAccount, editAccount } from "@/lib/accounts/commands";
import { accountEditForm, accountForm } from "@/lib/accounts/forms";
import { findAccount } from "@/lib/accounts/queries";
import { byOf } from "@/lib/activities/by";
import { createActivity, moveActivity } from "@/lib/activities/commands";
import { editActivity } from "@/lib/activities/edit";
import { activityEditForm, activityForm, moveForm } from "@/lib/activities/forms";
import { findActivity } from "@/lib/activities/queries";
import { createCatalogItem, editCatalogItem } from "@/lib/catalog/commands";
import { catalogItemEditForm, catalogItemForm } from "@/lib/catalog/forms";
import { findCatalogItem } from "@/lib/catalog/queries";
import { createContact, editContact } from "@/lib/contacts/commands";
import { contactEditForm, contactForm } from "@/lib/contacts/forms";
import { findContact } from "@/lib/contacts/queries";
import { byOf as paperBy } from "@/lib/documents/draft";
import { documentForm } from "@/lib/documents/forms";
import type { Change } from "@/lib/events/record";
import { createInvoice } from "@/lib/invoices/commands";
import { createOrder } from "@/lib/orders/commands";
import { createProspect, editProspect } from "@/lib/prospects/commands";
import { findFiling, noFiling } from "@/lib/prospects/filing";
import { prospectEditForm, prospectForm } from "@/lib/prospects/forms";
import { findProspect } from "@/lib/prospects/queries";
import { createQuote } from "@/lib/quotes/commands";
import { type Context, type Outcome, perform } from "@/lib/web/perform";
import { now, today, type World } from "../../support/world";

export type Typed = Record<string, unknown>;
// Each deed has an input of its own; what they share is that perform runs them all alike.
type Deed = { form: z.ZodType; subject: (scope: Scope, input: never) => unknown; run: (context: Context<never, never>) => Change };

const by = ({ viewer }: Pick<Context<unknown, unknown>, "viewer">) => ({ userId: (viewer as StaffViewer).userId, now, zone: viewer.zone });
const deed = <Shape extends z.ZodType, Subject>(
  form: Shape,
  subject: (scope: Scope, input: z.output<Shape>) => Subject | undefined,
  run: (context: Context<z.output<Shape>, Subject>) => Change,
): Deed => ({ form, subject, run }) as unknown as Deed;
const paper = (make: typeof createQuote) =>
  deed(
    documentForm(),
    (scope, input) => findFiling(scope, input),
    ({ tx, input, viewer }) => make(tx, input, paperBy(tx, { viewer, now })),
  );

/** What the forms do, by their own shapes, subjects and commands. */
export const deeds: Partial<Record<ActionEvent, Deed>> = {
  "account.created": deed(
    accountForm,
    ({ viewer }) => viewer,
    (context) => createAccount(context.tx, context.input, by(context)),
  ),
  "account.edited": deed(
    accountEditForm,
    (scope, { id }) => findAccount(scope, id),
    ({ input: { id: _id, ...input }, ...context }) => editAccount(context.tx, context.subject, input, by(context)),
  ),
  "contact.created": deed(
    contactForm,
    (scope, { accountId }) => ({ account: findAccount(scope, accountId!) }),
    (context) => createContact(context.tx, context.input, by(context)),
  ),
  "contact.edited": deed(
    contactEditForm,
    (scope, { id }) => findContact(scope, id),
    ({ input: { id: _id, ...input }, ...context }) => editContact(context.tx, context.subject, input, by(context)),
  ),
  "prospect.created": deed(
    prospectForm,
    (scope, { accountId }) => findFiling(scope, { ...noFiling, accountId }),
    (context) => createProspect(context.tx, context.subject.account, context.input, by(context)),
  ),
  "prospect.edited": deed(
    prospectEditForm,
    (scope, { id }) => findProspect(scope, id),
    (context) => editProspect(context.tx, context.subject, undefined, context.input, by(context)),
  ),
  "activity.created": deed(activityForm, findFiling, ({ tx, subject, input, viewer }) => createActivity(tx, subject, input, byOf({ tx, viewer, now }))),
  "activity.edited": deed(
    activityEditForm,
    (scope, input) => {
      const activity = findActivity(scope, input.id);
      const filing = activity && findFiling(scope, input, activity);
      return activity && filing && { ...activity, filing };
    },
    ({ tx, subject, input, viewer }) => editActivity(tx, subject, subject.filing, input, byOf({ tx, viewer, now })),
  ),
  "activity.moved": deed(
    moveForm,
    (scope, { id }) => findActivity(scope, id),
    ({ tx, subject, input, viewer }) => moveActivity(tx, subject, input, byOf({ tx, viewer, now })),
  ),
  "catalog_item.created": deed(
    catalogItemForm(),
    ({ viewer }) => viewer,
    ({ tx, input }) => createCatalogItem(tx, input, { now }),
  ),
  "catalog_item.edited": deed(
    catalogItemEditForm(),
    (scope, { id }) => findCatalogItem(scope, id),
    ({ tx, subject, input: { id: _id, ...input } }) => editCatalogItem(tx, subject, input, { now }),
  ),
  "quote.created": paper(createQuote),
  "order.created": paper(createOrder),
  "invoice.created": paper(createInvoice),
};

export function does(here: World, event: ActionEvent, typed: Typed, viewer: StaffViewer = here.viewer("marta")): Outcome {
  const { form, subject, run } = deeds[event]!;
  const input = form.parse(typed) as never;
  const operation = { event, form, subject, allow: () => true, run, next: ({ id }: Change) => ({ to: `/${id}` }) } as unknown as Parameters<typeof perform>[0];
  return perform(operation, { db: here.db, viewer, input, now, submission: crypto.randomUUID() });
}

export function asks(here: World, requiredFields: string[]) {
  write(here.db, (tx) => tx.update(company).set({ requiredFields }).run());
}

let made = 0;

/** A record of a kind with every field there is; whatever must be its own is. */
export function whole({ db, ids }: World, module: string, kind: string): Typed {
  const option = (list: PickList) => db.select({ id: picklistOptions.id }).from(picklistOptions).where(eq(picklistOptions.list, list)).get()!.id;
  const originId = db.select({ id: origins.id }).from(origins).get()!.id;
  const own = `x${++made}`;
  const person = { phone: "81 1234 5678", email: `${own}@ejemplo.test`, website: "https://ejemplo.test", originId, ownerId: ids.ana, tags: "uno" };
  const texts = { description: "Algo", internalNote: "Algo" };
  switch (module) {
    case "accounts":
      return {
        ...{ name: own, personType: kind === "individual" ? kind : "company", ...(kind === "supplier" && { isSupplier: "on" }), ...person, ...texts },
        ...{ legalName: own, taxId: own, saveTaxIdAnyway: "on", code: own, address: "Calle 1", addressReference: "Esquina", city: "León" },
        ...{ region: "Guanajuato", postalCode: "37000", categoryId: option("account_category"), interestId: option("interest_level") },
        industryId: option("industry"),
      };
    case "contacts":
      return { accountId: ids.acme, givenName: own, familyName: "Paz", salutation: "Dra.", role: "Compras", ...person, ...texts };
    case "prospects":
      return {
        ...{
          contactedOn: today,
          personName: own,
          companyName: "Peña",
          phone: person.phone,
          email: person.email,
          region: "Jalisco",
          subject: "Cal",
          notes: "Algo",
        },
        ...{ industryId: option("industry"), channelId: option("contact_channel"), originId, internalNote: "Algo", appointmentOn: today, ownerId: ids.ana },
      };
    case "activities":
      return { kind, subject: own, date: today, time: "10:00", notes: "Algo", accountId: ids.acme, ownerId: ids.ana };
    case "catalog":
      return { kind, code: own, name: own, unitPrice: "10", unit: "pieza", cost: "4", description: "Algo", taxIds: ["1"], isActive: "on" };
    default: {
      const theirs = and(eq(accountContacts.accountId, ids.acme), eq(accountContacts.contactId, contacts.id));
      const contactId = db.select({ id: contacts.id }).from(contacts).innerJoin(accountContacts, theirs).get()!.id;
      const lines = [{ description: "Cal", quantity: "1", unitPrice: "80" }];
      return { accountId: ids.acme, contactId, validUntil: today, dueOn: today, notes: "Algo", terms: "Algo", internalNote: "Algo", lines };
    }
  }
}
