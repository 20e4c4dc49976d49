export const search = {
  title: "Buscar",
  label: "Buscar en todo",
  hint: "Nombre, teléfono, identificación, número de documento o lo anotado",
  nothing_hint: "Pruebe con menos letras, un teléfono o el número de un documento.",
  groups: {
    documents: "Documentos",
    accounts: "Cuentas",
    contacts: "Contactos",
    prospects: "Prospectos",
    catalog: "Catálogo",
    activities: "Actividades y notas",
  },
};
