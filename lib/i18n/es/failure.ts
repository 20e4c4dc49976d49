/** The browser's own last page; small, since it travels with every page. */
export const failure = {
  title: "Falló de nuestro lado",
  text: "No se pudo mostrar esta página. Lo guardado no se perdió.",
  retry: "Volver a intentarlo",
  home: "Ir al inicio",
};
