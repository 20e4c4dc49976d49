export const trash = {
  title: "Papelera",
  all: "Todo",
  many: { account: "Cuentas", contact: "Contactos", prospect: "Prospectos", activity: "Actividades" },
  kinds: { account: "Cuenta", contact: "Contacto", prospect: "Prospecto", activity: "Actividad" },
  name: "Nombre",
  kind: "Qué es",
  by: "Quién lo eliminó",
  at: "Cuándo",
  until: "Se elimina el",
  kept: "Se conserva: otro registro lo usa",
  restore: "Restaurar",
  restore_named: "Restaurar {name}",
  restore_anyway: "Restaurar de todos modos",
  restored: "Se restauró {name}.",
  restore_series: "{count, plural, one {Restaurar también la otra de su serie} other {Restaurar también las otras # de su serie}}",
  restored_series:
    "{count, plural, one {Se restauraron {name} y otra de su serie, que no se repite más.} other {Se restauraron {name} y otras # de su serie, que no se repite más.}}",
  empty: "La papelera está vacía.",
  empty_hint: "Lo que se elimina queda aquí {days} días y se puede restaurar.",
  files_hint: "Los archivos que se quitan se recuperan en el registro del que se quitaron.",
};

export const trashErrors = {
  account_first: "La cuenta a la que pertenece está en la papelera. Restaure primero la cuenta.",
  prospect_first: "El prospecto al que pertenece está en la papelera. Restaure primero el prospecto.",
  code_taken: "El código {code} lo tiene ahora otra cuenta. Cámbielo ahí, o pídalo a quien la atiende, y vuelva a restaurar.",
  tax_id_taken: "La identificación {taxId} la tiene ahora {name}. Si son dos cuentas distintas, restaure de todos modos.",
};
