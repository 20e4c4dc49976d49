export const mails = {
  title: "Correos",
  one: "Correo",
  failures: {
    login: "El servidor de correo no aceptó el usuario o la contraseña: «{said}».",
    no_login: "El servidor de correo {server} no ofrece entrar con usuario y contraseña.",
    turned_away: "El servidor de correo {server} no atiende: «{said}».",
    refused: "El servidor rechazó el correo: «{said}».",
    later: "El servidor pidió intentarlo más tarde: «{said}».",
    too_large: "El correo pesa más de lo que admite el servidor.",
    unsure: "La conexión con {server} se cortó cuando el correo ya estaba entregado casi por completo. Puede que haya llegado.",
    certificate: "No se envió: el certificado del servidor de correo {server} no es de fiar, porque {why}. Quien administra ese servidor tiene que corregirlo.",
    certificate_expired: "no está vigente",
    certificate_other: "es de otro nombre",
    certificate_unknown: "nadie conocido lo respalda",
    tls: "No se envió: el servidor de correo {server} no cierra la conexión a terceros (STARTTLS).",
    unknown_host: "No se encuentra el servidor de correo {host}. Revise el nombre en Ajustes › Correo.",
    silent: "El servidor de correo {server} no responde.",
    unreachable: "No se puede conectar con el servidor de correo {server}.",
    gave_up: "Se intentó durante un día. {reason}",
    lost_password: "La contraseña guardada del correo ya no se puede leer. Póngala de nuevo en Ajustes › Correo.",
    no_document: "El documento que se adjuntaba ya no existe.",
  },
};

export const mailsErrors = {
  not_set_up: "Todavía no hay un servidor de correo. Quien administra lo pone en Ajustes › Correo.",
  no_recipient: "Elija o escriba al menos un destinatario.",
  too_many_recipients: "Un correo admite como máximo {max} destinatarios.",
  bad_address: "«{address}» no es una dirección de correo completa.",
};
