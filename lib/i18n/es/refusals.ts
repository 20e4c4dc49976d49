/** What the server says by itself, before or instead of a page of the application. */
export const refusals = {
  unreadable: {
    title: "No entendimos el pedido",
    text: "La dirección o los datos enviados están incompletos o dañados. Vuelva a la página, recárguela e inténtelo de nuevo.",
  },
  foreign: { title: "Envío no permitido", text: "El formulario no se envió desde una página de Cartera. Ábrala de nuevo e inténtelo otra vez." },
  operation: { title: "Operación no permitida", text: "Esta dirección no admite esa operación." },
  slow: { title: "Se agotó el tiempo", text: "La conexión tardó demasiado en enviar los datos. Inténtelo de nuevo." },
  outdated: { title: "La página cambió de versión", text: "Cartera se actualizó después de que abrió esta página. Vuelva atrás, recárguela y envíe de nuevo." },
  unmeasured: { title: "Falta el tamaño del envío", text: "El programa que envió los datos no dijo cuánto miden." },
  too_big: { title: "El envío es demasiado grande", text: "Reduzca el tamaño de los datos o del archivo e inténtelo de nuevo." },
  long_address: { title: "La dirección es demasiado larga", text: "Vuelva al inicio y busque de nuevo." },
  unknown_host: { title: "Dirección desconocida", text: "Cartera no atiende en esta dirección. Use la dirección que le dio su administrador." },
  headers_too_big: { title: "El pedido es demasiado grande", text: "Borre las cookies de este sitio e inténtelo de nuevo." },
  failed: { title: "Algo falló", text: "El error quedó registrado. Inténtelo de nuevo; si sigue, avise a su administrador." },
  busy: { title: "Cartera está muy ocupada", text: "Hay demasiados pedidos a la vez. Espere unos segundos y recargue la página." },
  reference: "Referencia: {id}",
  home: "Ir al inicio",
};
