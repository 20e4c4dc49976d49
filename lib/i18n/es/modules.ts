export const modules = {
  title: "Módulos",
  intro:
    "Lo que se desactiva desaparece para todos: menú, búsqueda, listas, exportaciones, portal y permisos. Sus registros se conservan y vuelven al activarlo.",
  always: "Siempre activos, porque de ellos cuelga lo demás: {names}.",
  switched_off: "Módulos desactivados",
  purpose: "¿Para qué usa Cartera?",
  purpose_hint: "Lo que no use no se muestra. Se cambia cuando quiera en Ajustes, Módulos.",
  purposes: { commercial: "Comercial", services: "Servicios", crm: "Solo CRM" },
  purpose_hints: {
    commercial: "Todo: del primer contacto al cobro, con pedidos.",
    services: "Cotiza y factura sin pasar por pedidos.",
    crm: "Seguimiento de prospectos y clientes, sin documentos de venta.",
  },
  choose: "Elegir",
  choose_this: "Elegir {purpose}",
  is_so: "Así está ahora",
  proposed: "Propuesta para {purpose}: revísela y guarde.",
  proposed_same: "{purpose}: ya está así, no hay nada que cambiar.",
  will_vanish: "Se ocultará: {names}.",
  will_return: "Volverá a verse: {names}.",
  groups: { following: "Seguimiento", selling: "Oferta", charging: "Cobranza", loading: "Carga de datos" },
  for: {
    prospects: "Quienes podrían comprar, con su seguimiento.",
    activities: "Citas, tareas, llamadas y notas; la agenda y «Mi día».",
    catalog: "Artículos y servicios con precio. Sin él, los documentos se escriben a mano.",
    quotes: "Cotizaciones que se envían y se aceptan.",
    orders: "Pedidos, vengan o no de una cotización.",
    invoices: "Facturas, saldos y vencimientos de cada cuenta.",
    receipts: "Cobros y su aplicación a las facturas.",
    imports: "Cuentas y artículos desde una hoja de cálculo.",
  },
  needs: "Necesita {needed}.",
  holds: "{count, plural, =0 {Sin registros} one {# registro} other {# registros}}",
  holds_more: "Más de {count} registros",
  is_off: "Módulo desactivado: lo otorgado se conserva.",
  saved: "Módulos guardados.",
};

export const modulesErrors = {
  needs: "{module} necesita {needed}: active {needed}, o desactive también {module}.",
};
