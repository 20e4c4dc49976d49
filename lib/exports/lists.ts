import { setImmediate } from "node:timers/promises";
import type { z } from "zod";
import type { ListName } from "@/db/vocabulary";
import type { Page, Reading } from "@/lib/access/keyset";
import type { Scope } from "@/lib/access/scope";
import { accountColumns } from "@/lib/accounts/columns";
import { accountFilters } from "@/lib/accounts/filters";
import { countAccounts, listAccounts } from "@/lib/accounts/list";
import { activityColumns } from "@/lib/activities/columns";
import { activityFilters } from "@/lib/activities/filters";
import { countActivitiesBy, listActivitiesBy } from "@/lib/activities/list";
import { catalogColumns } from "@/lib/catalog/columns";
import { catalogFilters } from "@/lib/catalog/filters";
import { countCatalog, listCatalog } from "@/lib/catalog/queries";
import { contactColumns } from "@/lib/contacts/columns";
import { contactFilters } from "@/lib/contacts/filters";
import { countContacts, listContacts } from "@/lib/contacts/list";
import { documentColumns } from "@/lib/documents/columns";
import { documentFilters } from "@/lib/documents/filters";
import type { SalesKind } from "@/lib/documents/kinds";
import { listDocuments } from "@/lib/documents/list";
import { countDocuments } from "@/lib/documents/list-sums";
import { viewAddress } from "@/lib/lists/address";
import type { ListColumn } from "@/lib/lists/columns";
import { mailColumns } from "@/lib/mail/columns";
import { mailFilters } from "@/lib/mail/filters";
import { countLog, listMails } from "@/lib/mail/list";
import { prospectColumns } from "@/lib/prospects/columns";
import { prospectFilters } from "@/lib/prospects/filters";
import { countProspects, listProspects } from "@/lib/prospects/queries";
import { receiptColumns } from "@/lib/receipts/columns";
import { receiptFilters } from "@/lib/receipts/filters";
import { countReceipts, listReceipts } from "@/lib/receipts/queries";
import { isCutShort, type SearchKind } from "@/lib/search/find";
import { workCenterOptions } from "@/lib/settings/queries";

type List<Row, Filters> = {
  /** What its text looks for; not there for a list that is not in the search and looks through itself. */
  finds?: SearchKind;
  filters: z.ZodType<Filters>;
  columns: (scope: Scope) => readonly ListColumn<Row>[];
  read: (scope: Scope, filters: Filters, reading: Reading) => Page<Row>;
  count: (scope: Scope, filters: Filters, cap: number, isWhole: boolean) => number;
};

/** A list as what goes through all of them sees it: every one is read by the very query of its page. */
export type AnyList = {
  columns: (scope: Scope) => readonly ListColumn<never>[];
  /** The address as the list itself would write it; nonsense has fallen out. */
  normal: (address: string) => string;
  columnsAsked: (address: string) => string | undefined;
  /** Infinitely many where counting would take looking through too much. */
  count: (scope: Scope, address: string, cap: number) => number;
  /** Whether its text finds more than are taken at all. */
  isCut: (scope: Scope, address: string) => boolean;
  texts: (scope: Scope, address: string, keys: readonly string[], size: number) => AsyncGenerator<string[][]>;
};

export const lists: Record<ListName, AnyList> = {
  accounts: listOf({ finds: "account", filters: accountFilters, columns: () => accountColumns, read: listAccounts, count: countAccounts }),
  contacts: listOf({ finds: "contact", filters: contactFilters, columns: () => contactColumns, read: listContacts, count: countContacts }),
  prospects: listOf({
    ...{ finds: "prospect" as const, filters: prospectFilters, read: listProspects, count: countProspects },
    columns: (scope) => prospectColumns(scope.viewer, workCenterOptions(scope).length > 1),
  }),
  activities: listOf({ finds: "activity", filters: activityFilters, columns: () => activityColumns, read: listActivitiesBy, count: countActivitiesBy }),
  quotes: papers("quote"),
  orders: papers("order"),
  invoices: papers("invoice"),
  receipts: listOf({ finds: "account", filters: receiptFilters, columns: () => receiptColumns, read: listReceipts, count: countReceipts }),
  catalog: listOf({ finds: "catalog_item", filters: catalogFilters, columns: () => catalogColumns, read: listCatalog, count: countCatalog }),
  mails: listOf({ filters: mailFilters, columns: () => mailColumns, read: listMails, count: countLog }),
};

function papers(kind: SalesKind): AnyList {
  return listOf({
    finds: "account",
    filters: documentFilters,
    columns: ({ viewer }) => documentColumns(kind, viewer.today),
    read: (scope, filters, reading) => listDocuments(scope, kind, filters, reading),
    count: (scope, filters, cap) => countDocuments(scope, kind, filters, cap),
  });
}

function listOf<Row, Filters extends { q: string; columns?: string }>({ finds, filters, columns, read, count }: List<Row, Filters>): AnyList {
  const asked = (address: string, cursor?: string) => filters.parse({ ...Object.fromEntries(new URLSearchParams(address)), cursor });
  return {
    columns,
    normal: (address) => viewAddress(asked(address)),
    columnsAsked: (address) => asked(address).columns,
    count: (scope, address, cap) => count(scope, asked(address), cap, true),
    isCut: (scope, address) => finds !== undefined && isCutShort(scope, finds, asked(address).q, { isWhole: true }),
    async *texts(scope, address, keys, size) {
      const shown = columns(scope).filter(({ key }) => keys.includes(key));
      for (let cursor: string | undefined, isFirst = true; isFirst || cursor; isFirst = false) {
        const page = read(scope, asked(address, cursor), { keys, size, isWhole: true });
        yield page.rows.map((row) => shown.map(({ value }) => value(row) ?? ""));
        cursor = page.next;
        await setImmediate();
      }
    },
  };
}
