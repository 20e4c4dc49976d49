import type { Words } from "../keys";

type Gender = "feminine" | "masculine";

/** The identification of a country's businesses, wherever it is asked for. */
export function taxIdWords(label: string): Words {
  return { "accounts.fields.tax_id": label };
}

export function divisionWords(word: string): Words {
  return { "accounts.fields.division": word, "prospects.fields.division": word };
}

export function industryWords(one: string, many: string): Words {
  return { "accounts.fields.industry": one, "prospects.fields.industry": one, "settings.lists.industry": many };
}

/** Where the divisions are not called states, «estado» is free to say how something stands. */
export const statusAsEstado: Words = {
  "prospects.fields.status": "Estado",
  "documents.fields.status": "Estado",
  "imports.fields.state": "Estado",
  "app.status": "Estado",
};

export function workCenterWords(one: string, many: string): Words {
  return {
    "prospects.fields.work_center": one,
    "documents.fields.work_center": one,
    "settings.work_center": one,
    "settings.work_centers": many,
  };
}

export function paymentMethodWords(label: string): Words {
  return { "documents.fields.payment_method": label, "receipts.fields.method": label };
}

/** Remito, guía de despacho, albarán: what goes with the goods. */
export function deliveryNoteWords(one: string, many: string, gender: Gender): Words {
  const lower = one.charAt(0).toLowerCase() + one.slice(1);
  const isMasculine = gender === "masculine";
  return {
    "menu.delivery_notes": many,
    "documents.titles.delivery_note": many,
    "documents.kinds.delivery_note.one": one,
    "documents.kinds.delivery_note.many": many,
    "documents.kinds.delivery_note.new": `${isMasculine ? "Nuevo" : "Nueva"} ${lower}`,
    "documents.kinds.delivery_note.the": `${isMasculine ? "el" : "la"} ${lower}`,
    ...(isMasculine ? masculineDelivery : {}),
  };
}

const masculineDelivery: Words = {
  "documents.statuses.delivery_note.issued": "Emitido",
  "documents.statuses.delivery_note.delivered": "Entregado",
  "documents.statuses.delivery_note.voided": "Anulado",
  "documents.statuses.delivery_note.closed": "Cerrado",
  "documents.verbs.deliver": "Marcar como entregado",
};

/** Where an offer is called so; it takes its masculine with it. */
export const quoteAsPresupuesto: Words = {
  "menu.quotes": "Presupuestos",
  "access.modules.quotes": "Presupuestos",
  "accounts.tabs.quotes": "Presupuestos",
  "contacts.fields.receives_quotes": "Presupuestos",
  "prospects.fields.latest_quote_long": "Último presupuesto",
  "prospects.fields.latest_quote": "No. Pr.",
  "prospects.signals.quoted": "Presupuestado",
  "prospects.quoted_without_answer": "Presupuestado, sin respuesta {when}",
  "prospects.milestones.quoted": "Presupuesto realizado",
  "prospects.outcomes.quoted": "Presupuesto realizado",
  "prospects.outcomes.add_quote": "Agregar presupuesto",
  "prospects.add_quote": "Agregar presupuesto",
  "documents.titles.quote": "Presupuestos",
  "documents.kinds.quote.one": "Presupuesto",
  "documents.kinds.quote.many": "Presupuestos",
  "documents.kinds.quote.new": "Nuevo presupuesto",
  "documents.kinds.quote.the": "el presupuesto",
  "documents.sources.quote": "Presupuesto {number}",
  "documents.statuses.quote.sent": "Enviado",
  "documents.statuses.quote.accepted": "Aceptado",
  "documents.statuses.quote.rejected": "Rechazado",
  "documents.statuses.quote.closed": "Cerrado",
  "documents.statuses.quote.voided": "Anulado",
  "documents.quote_expired": "Vencido",
  "documents.quote_replaced": "Reemplazado por {number}",
  "documents.filters.all.quote": "Todos",
  "documents.filters.voided.quote": "Anulados",
  "documents.filters.sent": "Enviados",
  "documents.filters.expired": "Vencidos",
  "documents.filters.accepted": "Aceptados",
  "documents.filters.rejected": "Rechazados",
  "documents.verbs.accept": "Marcar como aceptado",
  "documents.verbs.reject": "Marcar como rechazado",
  "documents.notices.marked_sent": "Quedó enviado {the} {number}. Ya no cambia.",
  "documents.notices.accepted": "Quedó aceptado {the} {number}.",
  "documents.notices.rejected": "Quedó rechazado {the} {number}.",
  "documents.happened.sent": "Enviado",
  "documents.happened.accepted": "Aceptado por el cliente",
  "documents.happened.rejected": "Rechazado por el cliente",
  "documents.happened.ordered": "Creado a partir de un presupuesto",
  "errors.documents.expired": "El presupuesto venció el {date}. Amplíe la vigencia para continuar.",
  "events.quote.created": "Se hizo el presupuesto",
  "events.quote.edited": "Se modificó el presupuesto",
  "events.quote.sent": "Se envió el presupuesto",
  "events.quote.accepted": "Aceptaron el presupuesto",
  "events.quote.rejected": "Rechazaron el presupuesto",
  "events.quote.revised": "Nueva versión del presupuesto",
  "events.quote.replaced": "Una versión nueva reemplazó el presupuesto",
  "events.quote.ordered": "Se hizo el pedido del presupuesto",
  "events.quote.invoiced": "Se facturó el presupuesto",
  "events.quote.voided": "Se anuló el presupuesto",
  "portal.accept": "Aceptar presupuesto",
  "portal.accept_hint": "Al aceptar queda registrado su nombre, la fecha y esta versión del presupuesto.",
  "portal.accepted": "Gracias. El presupuesto {number} quedó aceptado.",
  "portal.rejected": "Gracias por avisar. El presupuesto {number} quedó rechazado.",
  "portal.replaced": "Este presupuesto fue reemplazado",
  "portal.expired": "Este presupuesto venció el {date}",
  "portal.quotes_to_accept": "{count, plural, one {# presupuesto} other {# presupuestos}}",
  "errors.portal.already_answered": "El presupuesto ya tiene respuesta.",
  "errors.portal.expired": "El presupuesto venció. Pida que lo actualicen.",
  "settings.payment_data_hint": "Banco, cuenta, referencia. Se imprimen en presupuestos y facturas.",
  "settings.quote_valid_days": "Días de vigencia de un presupuesto",
  "catalog.empty": "Aquí va lo que se vende. Se usa en presupuestos, pedidos y facturas.",
};

/** Where papers are not annulled but cancelled. What was received still is annulled. */
export const voidAsCancel: Words = {
  ...Object.fromEntries(
    (["quote", "delivery_note", "delivery_return", "invoice", "debit_note", "credit_note"] as const).map((kind) => [
      `documents.statuses.${kind}.voided`,
      "Cancelada",
    ]),
  ),
  "documents.statuses.order.voided": "Cancelado",
  "documents.filters.voided.quote": "Canceladas",
  "documents.filters.voided.order": "Cancelados",
  "documents.filters.voided.invoice": "Canceladas",
  "documents.verbs.void": "Cancelar documento",
  "documents.confirm_void": "El número se conserva y el documento queda cancelado. No se puede deshacer.",
  "documents.notices.voided": "Se canceló {the} {number}.",
  "documents.happened.voided": "Cancelado",
  "errors.documents.already_voided": "Ya está cancelado.",
  "errors.documents.has_credit_notes": "Tiene notas de crédito y no se puede cancelar.",
  "errors.documents.has_deliveries": "Ya se entregó o se facturó algo y no se puede cancelar.",
  "events.quote.voided": "Se canceló la cotización",
  "events.order.voided": "Se canceló el pedido",
  "events.invoice.voided": "Se canceló la factura",
  "portal.verified_voided": "Documento cancelado",
};
