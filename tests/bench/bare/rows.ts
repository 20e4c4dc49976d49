import { cities, familyNames, givenNames, signs, trades } from "@/db/seeds/bench";
import type { StaffViewer } from "@/lib/access/viewer";
import type { AccountRow } from "@/lib/accounts/list";

const circle = { ownerIds: [], principals: [], size: "few" as const, others: "few" as const };
const sellers = Array.from({ length: 43 }, (_, place) => `${givenNames[place % givenNames.length]} ${familyNames[(place * 7) % familyNames.length]}`);
const options = (labels: string[]) => labels.map((label, place) => ({ value: place + 1, label }));

export const viewer: StaffViewer = {
  ...{ kind: "staff", userId: 1, name: "Marta Ríos", isAdmin: true, locale: "es", zone: "America/Mexico_City", today: "2026-01-15" },
  ...{ grants: {}, off: [], hidden: [], circles: { own: circle, group: circle, subordinates: circle } },
};

export const choices = {
  owners: options(sellers),
  seldom: null,
  seesPurchases: true,
  seesBalances: true,
};

const written = (list: readonly string[], place: number) => list[place % list.length]!;

const rows: AccountRow[] = Array.from({ length: 50 }, (_, place) => ({
  ...{ id: place + 1, sortValue: String(place), name: `${written(trades, place)} ${written(signs, place * 7)}`, city: cities[place % cities.length]!.city },
  ...{ country: "MX", phone: "81 2345 6789", phoneE164: "+528123456789", ownerName: written(sellers, place), ownerId: place % 40, isSupplier: false },
  money: `MXN ${1_234_567 + place * 98_765} 1`,
  seesPurchases: true,
}));

export const page = { rows, next: "0".repeat(100) };
