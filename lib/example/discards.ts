import { discarded } from "@/db/seeds/demo/shared";
import { createAccount, trashAccount } from "@/lib/accounts/commands";
import { accountForm } from "@/lib/accounts/forms";
import { createContact, trashContact } from "@/lib/contacts/commands";
import { contactForm } from "@/lib/contacts/forms";
import { addDays, toInstant } from "@/lib/core/dates";
import { createProspect, trashProspect } from "@/lib/prospects/commands";
import { prospectForm } from "@/lib/prospects/forms";
import type { Book } from "./book";
import type { Stage } from "./stage";
import type { Team } from "./team";

/** Written down twice or by mistake, and thrown away soon after: what the trash is for. */
export function tellDiscards({ tx, agenda, asOf, example, by, tell }: Stage, { customers, lists }: Book, { reps }: Team) {
  const on = (daysBefore: number, time: string) => toInstant(`${addDays(asOf, -daysBefore)}T${time}`, example.zone).instant;
  const soon = 25 * 60_000;
  const ownerId = reps[0]!;

  agenda.add(on(17, "12:15"), (now) => {
    const mine = by(ownerId, now);
    const { id } = tell("account.created", createAccount(tx, accountForm.parse({ name: `${customers[6]!.name} ${discarded.twice}`, ownerId }), mine), mine);
    agenda.add(now + soon, (later) => tell("account.trashed", trashAccount(tx, { id }, by(ownerId, later)), by(ownerId, later)));
  });
  agenda.add(on(11, "15:40"), (now) => {
    const mine = by(ownerId, now);
    const { givenName, familyName } = discarded;
    const input = contactForm.parse({ accountId: customers[0]!.accountId, ownerId, givenName, familyName });
    const { id } = tell("contact.created", createContact(tx, input, mine), mine);
    agenda.add(now + soon, (later) => tell("contact.trashed", trashContact(tx, { id }, by(ownerId, later)), by(ownerId, later)));
  });
  agenda.add(on(6, "10:25"), (now) => {
    const mine = by(ownerId, now);
    const { personName, subject } = discarded;
    const [channelId, originId] = [lists.options("contact_channel")[0], lists.origin("NET")];
    const input = prospectForm.parse({ personName, subject, ownerId, channelId, originId, contactedOn: addDays(asOf, -6) });
    const { id } = tell("prospect.created", createProspect(tx, undefined, input, mine), mine);
    agenda.add(now + soon, (later) => tell("prospect.trashed", trashProspect(tx, { id }, by(ownerId, later)), by(ownerId, later)));
  });
}
