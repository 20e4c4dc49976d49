const words: Record<number, [title: string, sentence: string]> = {
  400: ["No entendimos el pedido", "La dirección o los datos enviados están incompletos o dañados. Vuelva a la página, recárguela e inténtelo de nuevo."],
  403: ["Envío no permitido", "El formulario no se envió desde una página de Cartera. Ábrala de nuevo e inténtelo otra vez."],
  405: ["Operación no permitida", "Esta dirección no admite esa operación."],
  408: ["Se agotó el tiempo", "La conexión tardó demasiado en enviar los datos. Inténtelo de nuevo."],
  409: ["La página cambió de versión", "Cartera se actualizó después de que abrió esta página. Vuelva atrás, recárguela y envíe de nuevo."],
  411: ["Falta el tamaño del envío", "El programa que envió los datos no dijo cuánto miden."],
  413: ["El envío es demasiado grande", "Reduzca el tamaño de los datos o del archivo e inténtelo de nuevo."],
  414: ["La dirección es demasiado larga", "Vuelva al inicio y busque de nuevo."],
  421: ["Dirección desconocida", "Cartera no atiende en esta dirección. Use la dirección que le dio su administrador."],
  431: ["El pedido es demasiado grande", "Borre las cookies de este sitio e inténtelo de nuevo."],
  500: ["Algo falló", "El error quedó registrado. Inténtelo de nuevo; si sigue, avise a su administrador."],
  503: ["Cartera está muy ocupada", "Hay demasiados pedidos a la vez. Espere unos segundos y recargue la página."],
};

/** A whole page without scripts or styles, for when no page of the application may be drawn. */
export function refusalPage(status: number, id?: string) {
  const [title, sentence] = words[status] ?? words[500]!;
  return `<!doctype html>
<html lang="es">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Cartera</title></head>
<body><main><h1>${title}</h1><p>${sentence}</p>${id ? `<p>Referencia: ${id}</p>` : ""}<p><a href="/">Ir al inicio</a></p></main></body>
</html>
`;
}
