import type * as es from "../es/mails";
import type { Same } from "./same";

export const mails = {
  title: "Mail",
  one: "Mail",
  failures: {
    login: "The mail server did not accept the user or the password: “{said}”.",
    no_login: "The mail server {server} does not offer to sign in with a user and a password.",
    turned_away: "The mail server {server} turns us away: “{said}”.",
    refused: "The server refused the mail: “{said}”.",
    later: "The server asked to try later: “{said}”.",
    too_large: "The mail is larger than the server takes.",
    unsure: "The line to {server} broke when the mail was almost handed over. It may have arrived.",
    certificate: "Not sent: the certificate of the mail server {server} cannot be trusted, because {why}. Whoever runs that server has to mend it.",
    certificate_expired: "it is not in force",
    certificate_other: "it is made out to another name",
    certificate_unknown: "nobody known vouches for it",
    tls: "Not sent: the mail server {server} does not close the line to others (STARTTLS).",
    unknown_host: "The mail server {host} cannot be found. Check its name under Settings › Mail.",
    silent: "The mail server {server} does not answer.",
    unreachable: "The mail server {server} cannot be reached.",
    gave_up: "It was tried for a day. {reason}",
    lost_password: "The kept mail password cannot be read any more. Set it again under Settings › Mail.",
    no_document: "The document to attach does not exist any more.",
  },
} satisfies Same<typeof es.mails>;

export const mailsErrors = {
  not_set_up: "There is no mail server yet. An administrator sets it under Settings › Mail.",
  no_recipient: "Choose or type at least one recipient.",
  too_many_recipients: "A mail takes {max} recipients at most.",
  bad_address: "“{address}” is not a complete mail address.",
} satisfies Same<typeof es.mailsErrors>;
