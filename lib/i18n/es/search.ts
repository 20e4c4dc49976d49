export const search = {
  title: "Buscar",
  label: "Buscar en todo",
  hint: "Nombre, teléfono, identificación, número de documento o lo anotado",
  nothing_hint: "Pruebe con menos letras, un teléfono o el número de un documento.",
  all_kinds: "Todo lo encontrado",
  from_start: "Desde el principio",
  groups: {
    documents: "Documentos",
    accounts: "Cuentas",
    contacts: "Contactos",
    prospects: "Prospectos",
    catalog: "Catálogo",
    activities: "Actividades y notas",
  },
};
