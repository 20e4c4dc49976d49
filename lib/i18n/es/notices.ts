export const notices = {
  title: "Avisos",
  unread: "{count, plural, one {# sin leer} other {# sin leer}}",
  bell: "{count, plural, =0 {Avisos} one {Avisos: # sin leer} other {Avisos: # sin leer}}",
  read_all: "Marcar todos como leídos",
  read_short: "Leído",
  read_one: "Marcar como leído",
  empty: "No hay avisos.",
  empty_hint: "Aquí aparece cuando alguien le menciona en una nota y lo que pidió recordar.",
  gone: "algo que ya no puede ver",
  kinds: {
    mention: "{actor} le mencionó",
    reminder: "Recordatorio",
    password_link: "{actor} creó un enlace para elegir otra contraseña de su usuario",
  },
  mail_subject: "Recordatorio: {subject}",
  mail_text: "Hola, {name}:\n\nTiene pendiente «{subject}».\nCuándo: {when}\n\nLo encuentra en Cartera, en «Mi día».",
  somebody: "Alguien",
};
