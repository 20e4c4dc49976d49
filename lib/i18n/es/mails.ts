export const mails = {
  title: "Correos",
  one: "Correo",
};

export const mailsErrors = {
  not_set_up: "Todavía no hay un servidor de correo. Quien administra lo pone en Ajustes › Correo.",
  no_recipient: "Elija o escriba al menos un destinatario.",
  too_many_recipients: "Un correo admite como máximo {max} destinatarios.",
  bad_address: "«{address}» no es una dirección de correo completa.",
};
