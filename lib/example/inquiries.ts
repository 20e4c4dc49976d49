import type { ProspectStatus } from "@/db/vocabulary";
import type { Milestone } from "@/lib/prospects/rules";
import type { Book, Customer } from "./book";
import type { Deal } from "./deals";
import { familiesOf } from "./identity";
import { type Stage, workday } from "./stage";
import type { Team } from "./team";

/** A conversation so many days before the end; `nextIn` is when the next one is, counted from the end. */
export type Touch = {
  on: number;
  hour?: number;
  milestone: Milestone;
  nextIn?: number;
  nextKind?: "call" | "whatsapp" | "visit" | "meeting" | "appointment";
};

export type Inquiry = {
  status: ProspectStatus;
  asked: number;
  origin: string;
  ownerId: number;
  wish: string;
  /** Who asks, when it is a business; and the customer it already is. */
  business?: [name: string, industry: string];
  customer?: Customer;
  appointmentIn?: number;
  touches: Touch[];
  deal?: Deal;
};

/** The five usual ones in the weights 30/25/10/15/20, and each of the others at least once. */
const origins = { RS: 15, REF: 12, NET: 5, LLV: 7, EML: 9, WEB: 3, WSP: 3, FER: 2, TIE: 1, LIC: 1, ALI: 1, ANT: 1 };
const firstNew = { ordered: 3, open: 2 };

/** Sixty who asked: twelve new, fifteen contacted, nine qualified, five waiting, eleven who bought and eight lost. */
export function planInquiries(stage: Stage, book: Book, team: Team, deals: Deal[]): Inquiry[] {
  const { random } = stage;
  const bought = deals
    .filter(({ quote, order, invoices }) => quote?.fate === "ordered" && order?.fate === "confirmed" && quote.on < 150 && !invoices[0]?.special)
    .slice(0, 11);
  const offered = [...deals.filter(({ quote }) => quote?.fate === "expired").slice(0, 3), ...deals.filter(({ quote }) => quote?.fate === "sent").slice(2, 5)];
  const origin = random.shuffled(Object.entries(origins).flatMap(([code, times]) => Array<string>(times).fill(code)));
  const business = businesses(stage);
  const sellers = [...team.reps, team.administrator];
  const plans: Plan[] = [
    ...bought.map((deal, place) => fromDeal(stage, book, deal, { status: "converted", isNew: place < firstNew.ordered, nextIn: undefined })),
    ...offered.map((deal, place) => fromDeal(stage, book, deal, { status: "qualified", isNew: place < firstNew.open, nextIn: [3, 6, 9, 0, 2, 5][place]! })),
    ...Array.from({ length: 12 }, (_, place): Plan => ({ status: "new", asked: 3 + place, touches: [], appointmentIn: [-2, -1, -1, 0, 1, 2, 4, 7][place] })),
    ...contacted.map((nextIn, place) => open(stage, "contacted", 10 + place * 5, nextIn, place)),
    ...[1, -3, 8].map((nextIn, place) => open(stage, "qualified", 26 + place * 13, nextIn, place)),
    ...[30, 41, 58, undefined, undefined].map((nextIn, place) => open(stage, "nurturing", 60 + place * 21, nextIn, place)),
    ...Array.from({ length: 8 }, (_, place) => lost(stage, 40 + place * 17)),
  ];
  return plans
    .map((plan, place) => ({
      ...{ ownerId: sellers[place % sellers.length]!, origin: origin[place]!, wish: random.pick(stage.example.wishes) },
      ...business(place, plan),
      ...plan,
    }))
    .sort((one, other) => other.asked - one.asked);
}

type Plan = Pick<Inquiry, "status" | "asked" | "touches"> & Partial<Inquiry>;

/** Who is late, who is due today, who was forgotten and who has a date. */
const contacted = [-6, -4, -2, -1, 0, 0, undefined, undefined, undefined, 1, 2, 3, 5, 8, 12];
const kinds = ["call", "whatsapp", "visit", "call", "meeting"] as const;

function fromDeal(
  { asOf }: Stage,
  book: Book,
  deal: Deal,
  { status, isNew, nextIn }: { status: ProspectStatus; isNew: boolean; nextIn: number | undefined },
): Plan {
  const { on, revisions } = deal.quote!;
  const quoted = on + 4 * (revisions - 1);
  const asked = workday(quoted + 6, asOf);
  const customer = isNew ? undefined : book.customers.find(({ accountId }) => accountId === deal.customer.accountId)!;
  const first: Touch = { on: workday(quoted + 3, asOf), hour: 12, milestone: "none", nextIn: -quoted, nextKind: "visit" };
  const last: Touch = {
    on: Math.max(1, deal.order ? deal.order.on : on - 2),
    hour: 15,
    milestone: deal.order ? "ordered" : "none",
    nextIn,
    nextKind: "appointment",
  };
  return { status, asked, touches: [first, last], deal, customer, ownerId: deal.customer.ownerId };
}

function open({ asOf }: Stage, status: ProspectStatus, asked: number, nextIn: number | undefined, place: number): Plan {
  const between = workday(Math.max(5, Math.floor(asked * 0.6)), asOf);
  const last: Touch = { on: Math.max(between - 4, 1), hour: 16, milestone: "none", nextIn, nextKind: kinds[place % kinds.length] };
  const isLate = nextIn !== undefined && -nextIn >= last.on;
  const touches: Touch[] =
    place % 2 === 0 || isLate
      ? [{ ...last, on: isLate ? -nextIn! + 2 : last.on }]
      : [{ on: between, hour: 11, milestone: "none", nextIn: -last.on, nextKind: "call" }, last];
  return { status, asked: Math.max(asked, touches[0]!.on + 1), touches };
}

function lost({ asOf }: Stage, asked: number): Plan {
  const first = workday(asked - 4, asOf);
  return {
    status: "lost",
    asked,
    touches: [
      { on: first, milestone: "none", nextIn: -(first - 9), nextKind: "call" },
      { on: first - 9, milestone: "cancelled" },
    ],
  };
}

/** Businesses of the country while there are any, then family firms; every third is a person. */
function businesses({ example, random }: Stage) {
  const named = [...example.prospects];
  const firms = ["Comercial", "Grupo", "Inversiones", "Servicios", "Hermanos", "Taller"];
  return (place: number, { customer, deal }: Plan): Pick<Inquiry, "business"> => {
    if (customer) return { business: [customer.name, "Comercio al por menor"] };
    if (!deal && place % 3 === 0) return {};
    return {
      business: named.shift() ?? [
        `${random.pick(firms)} ${random.pick(familiesOf(example.pack)).split(" ")[0]}`,
        random.pick(["Comercio al por menor", "Servicios profesionales", "Construcción"]),
      ],
    };
  };
}
