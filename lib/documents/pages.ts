import type { Scope } from "@/lib/access/scope";
import { findAccount } from "@/lib/accounts/queries";
import { compareDecimals } from "@/lib/core/decimal";
import { keysOf } from "@/lib/lists/columns";
import { askedOf, listFrame } from "@/lib/lists/queries";
import { isCutShort } from "@/lib/search/find";
import { filterOwners, ownerOptions } from "@/lib/settings/queries";
import { documentColumns } from "./columns";
import { documentFilters, isByDue } from "./filters";
import { historyOf } from "./history";
import { kinds, type SalesKind } from "./kinds";
import { listDocuments } from "./list";
import { listSums } from "./list-sums";
import { linksOf, provenanceOf } from "./provenance";
import type { Document } from "./queries";
import { pendingOf } from "./rules";

/** What a list page of documents shows. */
export function listPage(scope: Scope, kind: SalesKind, query: Parameters<typeof askedOf>[2]) {
  const { module } = kinds[kind];
  const filters = documentFilters.parse(askedOf(scope, module, query));
  const { shown, tools } = listFrame(scope, module, filters, documentColumns(kind, scope.viewer.today, isByDue(filters)));
  return {
    ...{ kind, filters, today: scope.viewer.today, owners: filterOwners(scope) },
    ...{ columns: shown, tools, picking: query.pick === "1" && tools.mayChange },
    company: filters.account === undefined ? undefined : findAccount(scope, filters.account)?.name,
    page: listDocuments(scope, kind, filters, { keys: keysOf(shown) }),
    ...listSums(scope, kind, filters),
    isCut: isCutShort(scope, "account", filters.q, { isWhole: true }),
  };
}

/** What the page of one document shows beside it, and what is left of each line. */
export function recordPage(scope: Scope, document: Document) {
  const links = linksOf(scope, document);
  const pending = pendingOf(document.lines, links);
  return {
    document,
    pending,
    hasOffspring: links.length > 0,
    hasPending: [...pending.values()].some((quantity) => compareDecimals(quantity, "0") > 0),
    provenance: provenanceOf(scope, document),
    history: historyOf(scope, document.kind, document.id),
    today: scope.viewer.today,
    ownerName: ownerOptions(scope, document.ownerId).find(({ value }) => value === document.ownerId)?.label,
  };
}
