import type * as es from "../es/mails";
import type { Same } from "./same";

export const mails = {
  title: "Mail",
  one: "Mail",
} satisfies Same<typeof es.mails>;

export const mailsErrors = {
  not_set_up: "There is no mail server yet. An administrator sets it under Settings › Mail.",
  no_recipient: "Choose or type at least one recipient.",
  too_many_recipients: "A mail takes {max} recipients at most.",
  bad_address: "“{address}” is not a complete mail address.",
} satisfies Same<typeof es.mailsErrors>;
