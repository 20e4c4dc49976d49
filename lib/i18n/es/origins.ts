export const origins = {
  title: "Orígenes",
  one: "Origen",
  many: "Orígenes",
  new: "Agregar origen",
  edit: "Editar origen",
  empty: "Todavía no hay orígenes.",
  fields: { code: "Código", name: "Nombre", is_active: "Activo", color: "Color", place: "Orden" },
  figures: { accounts: "Cuentas", contacts: "Contactos", prospects: "Prospectos", won: "Ganados", invoiced: "Facturado" },
  code_hint: "No cambia después de creado.",
  confirm: "Confirmar",
  deactivate: "Retirar",
  activate: "Volver a usar",
  inactive: "Retirado",
  created: "Se agregó el origen {name}.",
  retired: "El origen {name} ya no se ofrece en los formularios.",
  restored: "El origen {name} se ofrece de nuevo.",
  saved: "Se guardó el origen {name}.",
  edit_of: "Editar {name}",
  merge: "Unir dos orígenes",
  merge_hint: "Quienes llegaron por el primero pasan al segundo, y el primero se retira. Las vistas guardadas lo siguen.",
  report: "Reporte por origen",
};

export const originsErrors = {
  taken_code: "El código ya existe.",
  in_use: "Este origen ya se usa y no se puede eliminar. Puede desactivarlo.",
};
