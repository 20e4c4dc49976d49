/** Stands at `errors.sheets`. */
export const sheetsErrors = {
  empty: "El archivo está vacío.",
  not_text: "El archivo no es una hoja de cálculo ni un texto con columnas. Guárdelo como CSV o XLSX.",
  not_a_workbook: "El nombre dice que es un libro de Excel, pero el contenido no lo es. Guárdelo de nuevo como XLSX o CSV.",
  old_workbook: "Es un libro de Excel antiguo o protegido con contraseña. Guárdelo como XLSX sin contraseña, o como CSV.",
  damaged_workbook: "El libro está dañado o no es un libro de Excel. Ábralo y guárdelo de nuevo como XLSX.",
  too_many_parts: "El libro tiene más de {limit, number} partes. Guarde solo la hoja que quiere importar.",
  too_big_unpacked: "El libro ocupa más de {megabytes, number} MB al abrirlo. Guarde solo la hoja que quiere importar, o divídala.",
  packed_too_tightly: "El libro está comprimido de una forma que no es normal. Ábralo y guárdelo de nuevo, o guárdelo como CSV.",
  too_many_rows: "El archivo tiene más de {limit, number} renglones. Divídalo en partes.",
  too_many_columns: "El renglón {row, number} tiene más de {limit, number} columnas.",
  cell_too_long: "Una celda del renglón {row, number} tiene más de {limit, number} caracteres. ¿Falta cerrar unas comillas?",
  unclosed_quote: "Las comillas que se abren en el renglón {row, number} no se cierran.",
};

/** Stands at `errors.imports`, beside those of the import as a whole: why a row is refused. */
export const importRowsErrors = {
  ragged: "{cells, plural, one {# celda} other {# celdas}} donde el encabezado tiene {expected}",
  required: "Falta este dato.",
  bad_number: "«{text}» no es un número en el formato elegido.",
  bad_boolean: "«{text}» no es «sí» ni «no».",
  bad_email: "«{text}» no es un correo electrónico.",
  bad_website: "«{text}» no es la dirección de un sitio web.",
  bad_country: "No hay un país que se llame «{text}».",
  bad_kind: "«{text}» no es «producto» ni «servicio».",
  negative_price: "El precio {text} es menor que cero.",
  contact_without_name: "Hay teléfono, correo o cargo de un contacto, pero no su nombre.",
};

export const sheets = {
  reason: "Motivo",
  encoding: { "utf-8": "UTF-8", "utf-16le": "UTF-16", "utf-16be": "UTF-16", "windows-1252": "Windows-1252 (Excel antiguo)" },
  delimiter: { comma: "coma", semicolon: "punto y coma", tab: "tabulador" },
  columns: {
    accounts: {
      code: "Código",
      name: "Nombre de la empresa",
      legalName: "Razón social",
      taxId: "Identificación fiscal",
      phone: "Teléfono",
      email: "Correo electrónico",
      website: "Sitio web",
      line1: "Dirección",
      city: "Ciudad",
      region: "Estado o provincia",
      postalCode: "Código postal",
      country: "País",
      contactName: "Contacto: nombre completo",
      contactGivenName: "Contacto: nombres",
      contactFamilyName: "Contacto: apellidos",
      contactRole: "Contacto: cargo",
      contactPhone: "Contacto: teléfono",
      contactEmail: "Contacto: correo electrónico",
    },
    catalog: {
      code: "Código",
      name: "Nombre",
      description: "Descripción",
      unit: "Unidad",
      unitPrice: "Precio unitario",
      isActive: "Activo",
      isInactive: "Inactivo",
      kind: "Producto o servicio",
    },
  },
};
