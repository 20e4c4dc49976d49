import { expect, test } from "vitest";
import { write } from "@/db/write";
import { scopeFor } from "@/lib/access/scope";
import { createOrder } from "@/lib/orders/commands";
import { figuresByOrigin } from "@/lib/origins/queries";
import { createProspect } from "@/lib/prospects/commands";
import { followUp } from "@/lib/prospects/follow-up";
import { followUpForm, prospectForm } from "@/lib/prospects/forms";
import { by, cement, done, draft } from "../../support/papers";
import { now, today, type World, world } from "../../support/world";

const stamps = "created_at, updated_at";
const seen = (here: World, name: "marta" | "ana" | "luis", origin: number) => figuresByOrigin(scopeFor(here.viewer(name), here.db)).get(origin);

function run({ db }: World, ...statements: string[]) {
  for (const statement of statements) db.$client.exec(statement);
  const difference = "select * from (select * from origin_totals where total <> 0 except select * from origin_totals_formula)";
  const missing = "select * from (select * from origin_totals_formula where total <> 0 except select * from origin_totals)";
  expect(db.$client.prepare(`${difference} union all ${missing}`).all(), statements.at(-1)).toEqual([]);
}

test("what came by each origin is counted as it comes, moves and goes, for whose it is", () => {
  const here = world();
  const { acme, beta, ana, luis } = here.ids;
  run(here, `update accounts set origin_id = 1 where id in (${acme}, ${beta})`);
  run(
    here,
    `insert into contacts (given_name, name_key, origin_id, owner_id, ${stamps}) values ('Rosa', 'rosa', 1, ${ana}, 0, 0), ('Tomás', 'tomas', 1, null, 0, 0)`,
  );
  const prospect = (status: string, owner: number) => `(${Math.random().toString().slice(2, 9)}, '${status}', '2026-08-01', 'Eva', 'eva', 1, ${owner}, 0, 0)`;
  run(
    here,
    `insert into prospects (number, status, contacted_on, person_name, name_key, origin_id, owner_id, ${stamps}) values ${prospect("new", ana)}, ${prospect("converted", ana)}, ${prospect("converted", luis)}`,
  );
  run(here, `insert into account_balances (account_id, currency, invoiced_minor) values (${acme}, 'MXN', 5000), (${acme}, 'USD', 700), (${beta}, 'MXN', 300)`);

  expect(seen(here, "marta", 1)).toEqual({
    counts: { accounts: 2, contacts: 2, prospects: 3, won: 2 },
    invoiced: [
      { minor: 5300, currency: "MXN" },
      { minor: 700, currency: "USD" },
    ],
  });
  expect(seen(here, "ana", 1)).toMatchObject({ counts: { accounts: 2, contacts: 1, prospects: 2, won: 1 } });
  expect(seen(here, "luis", 1)).toEqual({ counts: { prospects: 1, won: 1 }, invoiced: [] });

  run(here, `update account_balances set invoiced_minor = 6000 where account_id = ${acme} and currency = 'MXN'`);
  run(here, `update accounts set origin_id = 2, owner_id = ${luis} where id = ${acme}`);
  expect(seen(here, "luis", 2)).toEqual({
    counts: { accounts: 1 },
    invoiced: [
      { minor: 6000, currency: "MXN" },
      { minor: 700, currency: "USD" },
    ],
  });
  run(
    here,
    "update prospects set status = 'lost' where status = 'converted'",
    "update contacts set deleted_at = 1",
    "update contacts set deleted_at = null, origin_id = null",
  );
  run(
    here,
    "delete from prospects",
    "delete from contacts",
    `delete from account_balances where account_id = ${beta}`,
    `update accounts set origin_id = null where id = ${beta}`,
  );
  expect([seen(here, "marta", 1), seen(here, "ana", 2)]).toEqual([undefined, undefined]);
});

test("a prospect is won by its first order as well as by saying so, and no longer once it is lost", () => {
  const here = world();
  const { db, ids } = here;
  const who = { userId: ids.ana, now, zone: "America/Monterrey", today };
  const told = { kind: "call", notes: "Llamada", nextKind: "call" };
  const prospect = (personName: string) =>
    write(db, (tx) => createProspect(tx, undefined, prospectForm.parse({ contactedOn: today, personName, originId: "1" }), who).id);
  const [ordered, said] = [prospect("Rosa"), prospect("Eva")];

  done(db, (tx) => createOrder(tx, draft({ prospectId: ordered, lines: [cement] }), by(ids.ana)));
  run(here);
  expect(seen(here, "marta", 1)?.counts).toMatchObject({ prospects: 2, won: 1 });
  write(db, (tx) => followUp(tx, { id: said }, followUpForm.parse({ ...told, id: String(said), milestone: "ordered" }), who));
  run(here);
  expect(seen(here, "marta", 1)?.counts.won).toBe(2);

  const reason = db.$client.prepare("select id from picklist_options where list = 'lost_reason'").pluck().get();
  write(db, (tx) =>
    followUp(tx, { id: ordered }, followUpForm.parse({ ...told, id: String(ordered), milestone: "cancelled", lostReasonId: String(reason) }), who),
  );
  run(here);
  expect(seen(here, "marta", 1)?.counts).toMatchObject({ prospects: 2, won: 1 });
});
