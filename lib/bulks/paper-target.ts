import { inArray } from "drizzle-orm";
import type { Scope } from "@/lib/access/scope";
import { chipIs, conditions as documentsAre } from "@/lib/documents/conditions";
import { documentFilters } from "@/lib/documents/filters";
import { documentRow, giveDocument } from "@/lib/documents/give";
import { kinds, type SalesKind } from "@/lib/documents/kinds";
import { canAssignDocument, type PaperModule } from "@/lib/documents/policy";
import { findDocument } from "@/lib/documents/queries";
import { readAddress } from "@/lib/lists/address";
import { receiptFilters } from "@/lib/receipts/filters";
import { conditions as receiptsAre } from "@/lib/receipts/queries";
import { idsOf, named } from "./found";
import type { Target } from "./targets";

export function salesTarget(kind: SalesKind): Target {
  return {
    ...paperHolder(kind, kinds[kind].module as PaperModule),
    ids: (scope, address, after, size) => {
      const documents = scope.documents(kind);
      const filters = readAddress(documentFilters, address);
      const conditions = [...documentsAre(scope, documents, filters), chipIs(documents, filters.chip, scope.viewer.today)];
      return idsOf(scope, documents, conditions, after, size);
    },
  };
}

export function receiptTarget(): Target {
  return {
    ...paperHolder("receipt", "receipts"),
    ids: (scope, address, after, size) => idsOf(scope, scope.documents("receipt"), receiptsAre(scope, readAddress(receiptFilters, address)), after, size),
  };
}

/** Nothing of a paper is changed many at once but whose it is. */
function paperHolder(kind: SalesKind | "receipt", module: PaperModule): Omit<Target, "ids"> {
  return {
    ...{ kind, event: `${kind}.given`, fields: ["owner"], present: documentRow },
    find: (scope, id) => findDocument(scope, kind, id),
    mayEdit: () => false,
    mayAssign: (viewer, paper) => canAssignDocument(viewer, module, paper),
    change: (tx, record, changes, now) => giveDocument(tx, record, changes, now),
    names: (scope, ids) => namesOf(scope, ids),
  };
}

function namesOf(scope: Scope, ids: number[]) {
  const { id, label } = scope.anyDocuments;
  return named(scope.select({ id, name: label }).from(scope.anyDocuments).where(inArray(id, ids)).all());
}
