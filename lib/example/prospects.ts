import { and, eq } from "drizzle-orm";
import { activities, prospects } from "@/db/schema";
import { firstTouches, givenNames, lostNotes, nextSteps, nextTouches } from "@/db/seeds/demo/shared";
import { addDays } from "@/lib/core/dates";
import { createProspect, editProspect } from "@/lib/prospects/commands";
import { followUp } from "@/lib/prospects/follow-up";
import { followUpForm, prospectEditForm, prospectForm } from "@/lib/prospects/forms";
import type { Lists } from "./book";
import { familiesOf, type Identities } from "./identity";
import type { Inquiry } from "./inquiries";
import type { Stage } from "./stage";

type Typed = Record<string, unknown>;

/** Puts a prospect's whole life on the agenda: who asked, each conversation, what it led to. */
export function tellInquiry(stage: Stage, inquiry: Inquiry, with_: { lists: Lists; identities: Identities; place: number }) {
  const { agenda, at } = stage;
  agenda.add(at(inquiry.asked, 8), (now) => {
    const typed = describe(stage, inquiry, with_);
    const id = ask(stage, inquiry, typed, now);
    if (inquiry.deal) inquiry.deal.prospectId = id;
    for (const [turn, touch] of inquiry.touches.entries())
      agenda.add(at(touch.on, touch.hour), (then) => talk(stage, id, inquiry, { touch, turn, lists: with_.lists, now: then }));
    const { status } = inquiry;
    const last = inquiry.touches.at(-1);
    if (last && (status === "qualified" || status === "nurturing"))
      agenda.add(at(last.on, 17) + 3_600_000, (then) => judge(stage, id, { ...typed, status }, then));
  });
}

function describe(
  { random, example, asOf }: Stage,
  inquiry: Inquiry,
  { lists, identities, place }: { lists: Lists; identities: Identities; place: number },
): Typed {
  const given = random.pick(givenNames);
  const family = random.pick(familiesOf(example.pack));
  const [name, industry] = inquiry.business ?? [null, "Particular"];
  const [, region] = random.pick(example.cities);
  return {
    ...{ contactedOn: addDays(asOf, -inquiry.asked), personName: `${given} ${family}`, companyName: name, region, ownerId: inquiry.ownerId },
    ...{ accountId: inquiry.customer?.accountId ?? null, industryId: lists.option("industry", industry), phone: identities.mobile() },
    email: random.chance(0.7) ? identities.email(given.split(" ")[0]!, family.split(" ")[0]!) : null,
    subject: capital(inquiry.wish),
    notes: random.chance(0.5) ? `Pidió información de ${inquiry.wish}. Prefiere que le escriban por la tarde.` : null,
    internalNote: place % 11 === 0 ? "Preguntó primero con la competencia; cuidar el precio." : null,
    ...(place % 9 === 0 ? { colorBackground: random.pick(["ambar", "cielo", "menta"]), colorText: "grafito" } : {}),
    channelId: random.pick(lists.options("contact_channel")),
    originId: lists.origin(inquiry.origin),
  };
}

function ask({ tx, by, tell, asOf, random }: Stage, { ownerId, customer, appointmentIn }: Inquiry, typed: Typed, now: number): number {
  const mine = by(ownerId, now);
  const appointment = appointmentIn === undefined ? {} : { appointmentOn: addDays(asOf, appointmentIn), appointmentTime: `${random.whole(10, 17)}:00` };
  const input = prospectForm.parse({ ...typed, ...appointment });
  return tell("prospect.created", createProspect(tx, customer && { id: customer.accountId }, input, mine), mine).id;
}

type Talk = { touch: Inquiry["touches"][number]; turn: number; lists: Lists; now: number };

function talk({ tx, by, tell, random, asOf }: Stage, id: number, { ownerId, wish }: Inquiry, { touch, turn, lists, now }: Talk) {
  const mine = by(ownerId, now);
  const [kind, sentence] = turn === 0 ? random.pick(firstTouches) : random.pick(nextTouches);
  const planned = tx
    .select({ id: activities.id })
    .from(activities)
    .where(and(eq(activities.prospectId, id), eq(activities.status, "planned")))
    .all();
  const next =
    touch.nextIn === undefined
      ? {}
      : {
          nextKind: touch.nextKind,
          nextSubject: touch.nextKind && nextSteps[touch.nextKind],
          nextOn: addDays(asOf, touch.nextIn),
          nextTime: `${random.whole(10, 17)}:30`,
        };
  const isLost = touch.milestone === "cancelled";
  const input = followUpForm.parse({
    ...{
      id,
      kind: isLost ? "call" : kind,
      notes: isLost
        ? random.pick(lostNotes)
        : touch.milestone === "ordered"
          ? "Confirmó el pedido. Se agradece y se coordina la entrega."
          : sentence.replace("{wish}", wish),
    },
    ...{ done: planned.map((one) => String(one.id)), milestone: touch.milestone, ...next },
    lostReasonId: isLost ? random.pick(lists.options("lost_reason")) : null,
  });
  tell("prospect.followed_up", followUp(tx, { id }, input, mine), mine);
}

/** How far it got, in the opinion of whoever attends it; filed where its papers are by now. */
function judge({ tx, by, tell }: Stage, id: number, typed: Typed, now: number) {
  const { accountId, ownerId } = tx.select().from(prospects).where(eq(prospects.id, id)).get()!;
  const mine = by(ownerId, now);
  const input = prospectEditForm.parse({ ...typed, id, accountId });
  tell("prospect.edited", editProspect(tx, { id }, accountId === null ? undefined : { id: accountId }, input, mine), mine);
}

function capital(text: string) {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}
