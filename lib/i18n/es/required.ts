export const required = {
  title: "Campos obligatorios",
  intro:
    "Lo marcado no puede quedar vacío al agregar o editar. Lo que ya está guardado sin esos datos se sigue viendo, y se piden la próxima vez que se edite.",
  in_setup: "Y qué datos no pueden quedar vacíos:",
  field: "Campo",
  asked: "Obligatorio",
  supplier: "Si es proveedor",
  supplier_hint: "A un proveedor se le pide además lo de su tipo de persona.",
  always: "siempre",
  tick: "{field}: {kind}",
  rule: "{module}, {kind}: {field}",
  rule_of_all: "{module}: {field}",
  saved: "Campos obligatorios guardados.",
};

export const requiredErrors = {
  missing: "Falta «{name}»: la empresa pide este dato.",
  emptied: "Quedaría vacío un dato que la empresa pide.",
  account: "Con este prospecto se abriría una cuenta sin lo que la empresa pide: {names}. Complete el prospecto o agregue primero la cuenta y elíjala en él.",
  contact:
    "Con este prospecto se agregaría un contacto sin lo que la empresa pide: {names}. Complete el prospecto o agregue primero su cuenta y elíjala en él.",
};
