import { sql } from "drizzle-orm";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MailList } from "@/components/mail/mail-list";
import { write } from "@/db/write";
import { type Scope, scopeFor } from "@/lib/access/scope";
import { listFrame } from "@/lib/lists/queries";
import { mailColumns } from "@/lib/mail/columns";
import { mailFilters } from "@/lib/mail/filters";
import { countLog, listMails } from "@/lib/mail/list";
import { mostLooked } from "@/lib/mail/search";
import type { FormAction } from "@/lib/web/form-state";
import { mailWorld, queueMail } from "../../support/mail-world";

const here = mailWorld({ port: 1 });
const { db, ids } = here;
const to = (address: string, name?: string) => [{ address, name }];
const about = (accountId: number) => ({ kind: "account", id: accountId, accountId }) as const;
queueMail(db, { subject: "Cotización de láminas", to: to("compras@acme.test", "Rosa Ibáñez"), about: about(ids.acme) });
queueMail(db, { subject: "Saludos", to: to("pagos@zeta.test"), about: about(ids.zeta) });

const nothing: FormAction = (state) => Promise.resolve(state);
const toolsOf = (scope: Scope) => listFrame(scope, "mails", mailFilters.parse({}), mailColumns).tools;
const found = (q: string, person: "marta" | "luis" = "marta", more = {}) =>
  listMails(scopeFor(here.viewer(person), db), mailFilters.parse({ q, ...more })).rows.map(({ subject }) => subject);

test("the log is searched by subject, recipient and account, accents or not, among what one may see", () => {
  for (const q of ["cotizacion", "ROSA ibanez", "compras@acme", "acme láminas"]) expect(found(q), q).toEqual(["Cotización de láminas"]);
  expect(found("zeta")).toEqual(["Saludos"]);
  expect(found("acme", "luis")).toEqual([]);
  expect(found("nada parecido")).toEqual([]);
  expect(found("")).toHaveLength(2);
  expect(found("acme", "marta", { state: "sent" })).toEqual([]);
  expect(found("acme", "marta", { state: "queued", about: "account", id: String(ids.zeta) })).toEqual([]);
});

test("a long log is looked through in parts, each page saying where to go on, and pages of what is found follow each other both ways", () => {
  write(db, (tx): void => {
    tx.run(sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${mostLooked + 60})
      insert into outbox (id, kind, payload, state, run_at, created_at, finished_at) select 1000 + i, 'mails.send', '{}', 'parked', 0, 0, 1 from n`);
    tx.run(sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${mostLooked + 60})
      insert into mails (id, job_id, message_id, state, about_kind, about_id, subject, text, created_at, asked_at)
      select 1000 + i, 1000 + i, i, 'failed', 'test', 0, case when i % 20 = 0 then 'Aviso redondo' else 'Aviso' end, '', 0, 0 from n`);
  });
  const scope = scopeFor(here.viewer("marta"), db);
  const page = (q: string, cursor?: string) => listMails(scope, mailFilters.parse({ q, cursor }));
  expect([countLog(scope, mailFilters.parse({ q: "laminas" })), countLog(scope, mailFilters.parse({ q: "zeta", state: "queued" }))]).toEqual([Infinity, 1]);
  const first = page("laminas");
  expect(first).toMatchObject({ rows: [], isCut: true });
  const second = page("laminas", first.next);
  expect(second.rows.map(({ subject }) => subject)).toEqual(["Cotización de láminas"]);
  expect(second).toMatchObject({ isCut: false, next: undefined });

  db.run(sql`update mails set subject = 'Aviso último' where id = ${1000 + mostLooked + 60}`);
  const last = page("ultimo");
  expect(last).toMatchObject({ rows: [{ subject: "Aviso último" }], isCut: true });
  const none = page("ultimo", last.next);
  expect(none).toMatchObject({ rows: [], isCut: false, next: undefined });
  expect(page("ultimo", none.previous).rows.map(({ subject }) => subject)).toEqual(["Aviso último"]);
  const frame = { ...{ count: 0, columns: mailColumns, senders: [], retry: nothing, mayRetry: new Set<number>() }, tools: toolsOf(scope) };
  const drawn = renderToStaticMarkup(MailList({ ...frame, page: none, filters: mailFilters.parse({ q: "ultimo" }) }));
  expect(drawn).toContain("No hay más correos que coincidan.");
  expect(drawn).toMatch(/href="[^"]+" rel="prev">Anterior/);
  expect(drawn).not.toContain("Nada coincide");
  const round = page("redondo");
  expect(round.rows).toHaveLength(50);
  expect(round.isCut).toBe(false);
  const others = page("redondo", round.next);
  expect(others.rows).toHaveLength(50);
  expect(page("redondo", others.previous).rows.map(({ id }) => id)).toEqual(round.rows.map(({ id }) => id));
  expect(new Set([...round.rows, ...others.rows].map(({ id }) => id)).size).toBe(100);
});
