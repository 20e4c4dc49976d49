import type { Scope } from "@/lib/access/scope";
import { compareDecimals } from "@/lib/core/decimal";
import { ownerOptions } from "@/lib/settings/queries";
import type { DocumentFilters } from "./filters";
import { historyOf } from "./history";
import type { SalesKind } from "./kinds";
import { listDocuments } from "./list";
import { listSums } from "./list-sums";
import { linksOf, provenanceOf } from "./provenance";
import type { Document } from "./queries";
import { pendingOf } from "./rules";

/** What a list page of documents shows. */
export function listPage(scope: Scope, kind: SalesKind, filters: DocumentFilters) {
  return {
    ...{ kind, filters, today: scope.viewer.today, owners: ownerOptions(scope) },
    page: listDocuments(scope, kind, filters),
    ...listSums(scope, kind, filters),
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
