/** Names and sentences that any of the five companies could use, in the Spanish that all of them read. */
export const givenNames = [
  "Adriana",
  "Alejandro",
  "Beatriz",
  "Camila",
  "Carlos",
  "Carolina",
  "Daniela",
  "Diego",
  "Eduardo",
  "Elena",
  "Esteban",
  "Fernanda",
  "Gabriela",
  "Gonzalo",
  "Graciela",
  "Héctor",
  "Ignacio",
  "Isabel",
  "Javier",
  "Jorge",
  "Juan Pablo",
  "Julia",
  "Leticia",
  "Lorena",
  "Lucía",
  "Luis Alberto",
  "Manuel",
  "María del Carmen",
  "Mariana",
  "Mauricio",
  "Mónica",
  "Nicolás",
  "Óscar",
  "Patricia",
  "Raúl",
  "Rodrigo",
  "Rosa Elvira",
  "Santiago",
  "Silvia",
  "Sofía",
  "Tomás",
  "Valentina",
  "Verónica",
  "Víctor Hugo",
  "Ximena",
];
export const familyNames = [
  "Aguirre Núñez",
  "Álvarez Peña",
  "Barrera Solís",
  "Benítez",
  "Cabrera Rojas",
  "Cárdenas Ibáñez",
  "Castillo Mora",
  "Cordero",
  "Domínguez Leal",
  "Echeverría Pacheco",
  "Espinoza",
  "Figueroa Rangel",
  "Fuentes Arroyo",
  "Gallardo",
  "Garza Treviño",
  "Guerrero Montes",
  "Herrera Quiroga",
  "Lozano",
  "Maldonado Vega",
  "Medina Salas",
  "Mendoza",
  "Montoya Restrepo",
  "Navarro Prieto",
  "Ochoa Luna",
  "Ortega",
  "Paredes Flores",
  "Quispe Mamani",
  "Ramírez de la Cruz",
  "Rivas Contreras",
  "Rosales",
  "Salazar Ponce",
  "Sandoval",
  "Suárez Olivera",
  "Tapia Bravo",
  "Valdés Correa",
  "Vargas Ríos",
  "Velasco",
  "Zambrano Duarte",
  "Zapata Gil",
  "Zubieta Llanos",
  "Acosta Ferrari",
  "Bermúdez",
  "Carrasco Nieto",
  "Delgadillo",
  "Escalante Ruiz",
];
/** Families of one country: elsewhere they would sound invented. */
export const regionalNames: Record<string, string> = {
  "Garza Treviño": "MX",
  "Montoya Restrepo": "CO",
  "Suárez Olivera": "UY",
  "Acosta Ferrari": "UY",
  "Quispe Mamani": "BO",
};
export const salutations = [null, null, "Lic.", "Ing.", null, "Sr.", "Sra.", null, "Arq."];
export const relationRoles = ["Compras", "Gerencia", "Pagos / Tesorería", "Almacén", "Dirección"];
export const tags = ["preferente", "paga a tiempo", "pide factura el mismo día", "entrega por la mañana", "solo transferencia", "temporada alta", "nuevo"];

export const accountDescriptions = [
  "Compra cada dos semanas; recibe de 8 a 13 h.",
  "Pide precio por volumen antes de cada pedido grande.",
  "Tiene dos puntos de entrega; confirmar cuál antes de despachar.",
  "Trabaja con orden de compra: sin número no recibe.",
  null,
  "Cliente desde hace años; lo atendía el dueño personalmente.",
  null,
  "Paga por transferencia los viernes.",
];
export const internalNotes = [
  null,
  "No ofrecer crédito nuevo hasta regularizar el saldo.",
  null,
  null,
  "Margen ajustado: consultar antes de dar más de 5 % de descuento.",
  null,
];

export const visits = [
  ["visit", "Visita al local. Revisamos existencias y mostró interés en {item}; quedó de confirmar cantidades."],
  ["visit", "Visita de seguimiento. La persona de compras está contenta con la última entrega y pidió precio de {item}."],
  ["meeting", "Reunión con compras y gerencia: repasamos el consumo del trimestre y acordamos revisar condiciones el próximo mes."],
  ["call", "Llamada: contestó compras. Les queda poco de {item} y van a pedir esta semana."],
  ["call", "No contestó. Se dejó mensaje con recepción."],
  ["call", "Llamó para preguntar por la entrega; se le confirmó la hora."],
  ["whatsapp", "Envió foto de lo que necesita y preguntó si tenemos {item} para entrega inmediata."],
  ["whatsapp", "Se le compartió el catálogo actualizado; respondió que lo revisa con su jefe."],
  ["email", "Pidió ficha técnica y lista de precios de {item}. Enviadas el mismo día."],
  ["visit", "Llegó a la tienda a recoger muestra de {item}. Regresa con la medida correcta."],
  ["note", "Cambiaron de encargado de compras; presentarse en la próxima visita."],
  ["meeting", "Presentación de la línea nueva. Asistieron tres personas; pidieron cotización por separado para cada sucursal."],
] as const;
export const collections = [
  ["call", "Cobranza: dice que el pago sale el viernes."],
  ["whatsapp", "Cobranza: se envió el estado de cuenta; respondió que lo pasa a tesorería."],
  ["call", "Cobranza: no contestó en dos intentos. Volver a llamar por la mañana."],
  ["email", "Cobranza: se enviaron las facturas vencidas con los datos para transferencia."],
  ["visit", "Cobranza: se pasó a la oficina; entregaron un abono y prometen el resto a fin de mes."],
] as const;
export const firstTouches = [
  ["whatsapp", "Escribió por WhatsApp preguntando por {wish}. Se le pidieron medidas y cantidades."],
  ["call", "Primera llamada: nos conoció por recomendación. Necesita {wish} para este mes."],
  ["email", "Respondió al correo de presentación; pide información de {wish}."],
  ["visit", "Pasó a la tienda. Quiere comparar precio de {wish} con su proveedor actual."],
  ["call", "Se le llamó por el formulario del sitio. Interés en {wish}; decide junto con su socio."],
] as const;
export const nextTouches = [
  ["call", "Llamada de seguimiento: todavía está juntando precios. Pidió unos días."],
  ["whatsapp", "Confirmó que el presupuesto está aprobado; falta la firma de dirección."],
  ["visit", "Visita para tomar medidas y ver el acceso para la descarga."],
  ["call", "Pidió ajustar cantidades y agregar flete. Se prepara la cotización."],
  ["meeting", "Reunión en su oficina: quedó claro el alcance y la fecha en que lo necesita."],
] as const;
export const quoteNotes = [
  "Precios sujetos a existencias. Entrega en 3 días hábiles a partir de la confirmación.",
  "Incluye entrega en su domicilio dentro de la ciudad.",
  null,
  "Se respeta el precio durante la vigencia, aun si cambia la lista.",
];
export const rejections = [
  "Eligió otro proveedor por tiempo de entrega.",
  "El precio quedó por encima de su presupuesto.",
  "Pospuso el proyecto para el próximo semestre.",
  "Ya no necesita el material.",
];
export const appointments = [
  "Visita para levantar pedido",
  "Presentar cotización",
  "Revisar estado de cuenta",
  "Entrega de muestras",
  "Reunión con compras",
  "Recorrido por la obra",
  "Demostración del producto",
  "Renovar condiciones de pago",
];
export const lostNotes = [
  "Confirmó que compró con otro proveedor; agradeció la atención.",
  "Después de cuatro intentos no responde. Se cierra y se puede reabrir.",
  "No hay presupuesto este año. Volver a buscar en enero.",
];
export const nextSteps = {
  call: "Llamar para dar seguimiento",
  whatsapp: "Escribir por WhatsApp",
  visit: "Visitar y tomar medidas",
  meeting: "Reunión con quien decide",
  appointment: "Presentar la propuesta",
};

/** What everybody who opens the account should read first. */
export const pinnedNotes = [
  "Factura siempre con orden de compra; sin ella no la reciben. @{colleague}, quedó así desde la última visita.",
  "Solo reciben mercancía de 8 a 12, por la puerta de atrás.",
  "@{colleague}, pide dos semanas más de plazo. ¿Lo autorizamos?",
];

/** Work that comes again: when it first falls due, in days from the story's end, and how often. */
export const routines = [
  { subject: "Enviar estado de cuenta", ahead: 0, unit: "month_end", times: 6 },
  { subject: "Revisar existencias y tomar pedido", ahead: 1, unit: "week", times: 8 },
  { subject: "Pasar por el pago", ahead: 4, unit: "month", times: 6 },
] as const;

/** Written twice by mistake. */
export const thrownAway = "Confirmar la dirección de entrega";

/** An account written twice, somebody who does not work there, and a try of who was learning. */
export const discarded = {
  twice: "(repetida)",
  givenName: "Rosa Elvira",
  familyName: "Domínguez Leal",
  personName: "Persona de prueba",
  subject: "Prueba del formulario",
};

export const deliveryReferences = [
  "Portón verde, entrada por atrás. Recibe de 8 a 13.",
  "Bodega 4, junto a la gasolinera. Preguntar por almacén.",
  "Frente al parque, a media cuadra del mercado.",
];

export const contactTags = ["Decide la compra", "Prefiere WhatsApp", "Decide la compra, Visita mensual"];
