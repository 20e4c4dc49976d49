"use server";

import { scopeAs } from "@/lib/access/list-scope";
import { memberId } from "@/lib/access/member";
import { startBulk, undoBulk } from "@/lib/bulks/commands";
import { bulkForm, bulkRef } from "@/lib/bulks/forms";
import { canUndoBulk } from "@/lib/bulks/policy";
import { findBulk } from "@/lib/bulks/queries";
import { startExport } from "@/lib/exports/commands";
import { exportForm } from "@/lib/exports/forms";
import { lists } from "@/lib/exports/lists";
import { exporting } from "@/lib/exports/policy";
import { columnsFor } from "@/lib/exports/queries";
import { largestAtOnce, mostUnasked } from "@/lib/exports/rules";
import { keysOf } from "@/lib/lists/columns";
import { chooseColumns, editView, removeView, saveView, setDefaultView } from "@/lib/lists/commands";
import { columnsForm, defaultForm, viewEditForm, viewForm, viewRef } from "@/lib/lists/forms";
import { canChangeMany, canEditView, canExport, canSeeList, canSetForAll } from "@/lib/lists/policy";
import { findView } from "@/lib/lists/queries";
import { formAction } from "@/lib/web/form-action";

export const choose = formAction({
  event: "list.arranged",
  form: columnsForm,
  subject: (_scope, { list }) => list,
  allow: canSeeList,
  run: ({ tx, input, viewer }) => chooseColumns(tx, input, memberId(viewer)),
  next: ({ to }) => ({ to, notice: "lists.columns_chosen" }),
});

export const take = formAction({
  event: "list.exported",
  form: exportForm,
  subject: (_scope, { list }) => list,
  allow: canExport,
  asksPassword: (scope, { list, address }) =>
    lists[list].count(scopeAs(scope, exporting(scope.viewer, list)), lists[list].normal(address), mostUnasked) > mostUnasked,
  run: ({ tx, scope, input, viewer, now }) => {
    const address = lists[input.list].normal(input.address);
    const rows = lists[input.list].count(scopeAs(scope, exporting(viewer, input.list)), address, largestAtOnce);
    const columns = keysOf(columnsFor(scope, input.list, address));
    return startExport(tx, { ...input, address, columns, rows }, { userId: memberId(viewer), now });
  },
  next: ({ id, after }) => ({ to: `/exports/${id}`, notice: after?.rows === null ? "lists.exporting" : "lists.exported" }),
});

export const keep = formAction({
  event: "view.saved",
  form: viewForm,
  subject: (_scope, { list }) => list,
  allow: canSeeList,
  run: ({ tx, input, viewer, now }) =>
    saveView(tx, { ...input, address: lists[input.list].normal(input.address) }, { userId: memberId(viewer), now, mayForAll: canSetForAll(viewer) }),
  next: ({ name, list }) => ({ to: `/lists/${list}/views`, notice: "lists.view_saved", values: { name } }),
});

export const change = formAction({
  event: "view.edited",
  form: viewEditForm,
  subject: (scope, { id }) => findView(scope, id),
  allow: canEditView,
  values: (view) => ({ ...view, address: undefined }),
  run: ({ tx, subject, input, viewer, now }) =>
    editView(tx, subject, { ...input, address: lists[subject.list].normal(input.address) }, { userId: memberId(viewer), now, mayForAll: canSetForAll(viewer) }),
  next: ({ name, list }) => ({ to: `/lists/${list}/views`, notice: "lists.view_edited", values: { name } }),
});

export const remove = formAction({
  event: "view.removed",
  form: viewRef,
  subject: (scope, { id }) => findView(scope, id),
  allow: canEditView,
  run: ({ tx, subject }) => removeView(tx, subject),
  next: ({ name, list }) => ({ to: `/lists/${list}/views`, notice: "lists.view_removed", values: { name } }),
});

export const open = formAction({
  event: "view.set_default",
  form: defaultForm,
  subject: (_scope, { list }) => list,
  allow: canSetForAll,
  run: ({ tx, input }) => setDefaultView(tx, input),
  next: ({ list }) => ({ to: `/lists/${list}/views`, notice: "lists.default_set" }),
});

export const start = formAction({
  event: "bulk.started",
  form: bulkForm,
  subject: (_scope, { list }) => list,
  allow: canChangeMany,
  run: ({ tx, input, viewer, now }) => startBulk(tx, { ...input, address: lists[input.list].normal(input.address) }, { userId: memberId(viewer), now }),
  next: ({ id }) => ({ to: `/bulks/${id}`, notice: "lists.bulk_started" }),
});

export const undo = formAction({
  event: "bulk.undone",
  form: bulkRef,
  subject: (scope, { id }) => findBulk(scope, id),
  allow: canUndoBulk,
  run: ({ tx, subject, viewer, now }) => undoBulk(tx, subject, { userId: memberId(viewer), now }),
  next: ({ id }) => ({ to: `/bulks/${id}`, notice: "lists.bulk_undoing" }),
});
