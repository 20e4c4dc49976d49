"use server";

import { createCatalogItem, editCatalogItem } from "@/lib/catalog/commands";
import { catalogItemEditForm, catalogItemForm } from "@/lib/catalog/forms";
import { canCreateCatalogItem, canEditCatalogItem, canSeeCost } from "@/lib/catalog/policy";
import { findCatalogItem } from "@/lib/catalog/queries";
import { typedFormat } from "@/lib/web/field-errors";
import { formAction } from "@/lib/web/form-action";

export const create = formAction({
  event: "catalog_item.created",
  form: () => catalogItemForm(typedFormat()),
  subject: (scope) => scope.viewer,
  allow: canCreateCatalogItem,
  run: ({ tx, viewer, input, now }) => createCatalogItem(tx, canSeeCost(viewer) ? input : { ...input, cost: null }, { now }),
  next: ({ id }, { name }) => ({ to: `/catalog/${id}`, notice: "catalog.created", values: { name } }),
});

export const edit = formAction({
  event: "catalog_item.edited",
  form: () => catalogItemEditForm(typedFormat()),
  subject: (scope, { id }) => findCatalogItem(scope, id),
  allow: canEditCatalogItem,
  run: ({ tx, viewer, subject, input: { id: _id, ...input }, now }) =>
    editCatalogItem(tx, subject, canSeeCost(viewer) ? input : { ...input, cost: undefined }, { now }),
  next: ({ id }, { name }) => ({ to: `/catalog/${id}`, notice: "catalog.saved", values: { name } }),
  values: (item, { viewer }) => ({ ...item, taxIds: item.taxes.map(({ id }) => id), cost: canSeeCost(viewer) ? item.cost : undefined }),
});
