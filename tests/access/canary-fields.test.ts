import { getTableColumns, getTableName, is, Table } from "drizzle-orm";
import { expect, test } from "vitest";
import * as schema from "@/db/schema";
import { promise } from "../support/promise";
import { matrixWorld } from "./matrix/world";

/** Of the company and its team, open to all of it; and what no page reads. */
const ofNobody = [
  ...[
    "company",
    "work_centers",
    "issue_points",
    "series",
    "burned_numbers",
    "taxes",
    "origins",
    "picklist_options",
    "tags",
    "catalog_items",
    "own_words",
    "web_forms",
  ],
  ...["roles", "users", "profiles", "groups", "mail_server", "mail_templates"],
  ...["opportunities", "opportunity_items", "pipelines", "pipeline_stages"],
  ...["account_access", "account_access_counts", "outbox", "sessions", "once_tokens", "calendar_feeds", "login_limits", "submissions", "events"],
];

/** Dates, amounts, codes, hashes and choices: a text of somebody's own cannot stand there. */
const notWords = [
  ...["country", "zone", "currency", "mime", "kind", "treatment", "code", "base_plus", "fiscal_type", "period", "match_key"],
  ...[
    "service_starts_on",
    "service_ends_on",
    "since_on",
    "until_on",
    "last_purchase_on",
    "contacted_on",
    "next_action_on",
    "quoted_on",
    "starts_at",
    "ends_at",
  ],
  ...["until_on", "subject_kind", "href"],
  ...["issued_on", "due_on", "valid_until", "cheque_due_on", "allocated_on"],
  ...["exchange_rate", "discount_value", "quantity", "unit_price", "rate"],
  ...["content_sha256", "previous_sha256", "sight_sha256", "password_hash"],
  ...["columns"],
  ...["portal_kinds", "mapping", "options", "reasons", "taxes"],
];

test("every text of every record carries a canary of its own", () => {
  const { db } = matrixWorld();
  const columns = Object.values(schema).flatMap((table) =>
    is(table, Table)
      ? Object.values(getTableColumns(table))
          .filter((column) => (column.dataType === "string" || column.dataType === "json") && !column.enumValues?.length)
          .map(({ name }) => ({ table: getTableName(table), name }))
      : [],
  );
  const words = columns.filter(({ table, name }) => !ofNobody.includes(table) && !notWords.includes(name));
  const unsigned = words.filter(({ table, name }) => db.$client.prepare(`select count(*) from "${table}" where "${name}" like '%zq7%'`).pluck().get() === 0);
  promise("A3", `${words.length} fields of text of records, ${words.length - unsigned.length} with canaries, of ${columns.length} columns of text`);
  expect(unsigned).toEqual([]);
  expect(words.length).toBeGreaterThan(60);
});
