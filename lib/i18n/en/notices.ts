import type * as es from "../es/notices";
import type { Same } from "./same";

export const notices = {
  title: "Notices",
  unread: "{count, plural, one {# unread} other {# unread}}",
  bell: "{count, plural, =0 {Notices} one {Notices: # unread} other {Notices: # unread}}",
  read_all: "Mark all as read",
  read_short: "Read",
  read_one: "Mark as read",
  empty: "There are no notices.",
  empty_hint: "Here you see when somebody mentions you in a note and what you asked to be reminded of.",
  gone: "something you can no longer see",
  kinds: {
    mention: "{actor} mentioned you",
    reminder: "Reminder",
    password_link: "{actor} made a link to choose another password for your user",
    web_form: "By the form “{form}” there wrote",
  },
  mail_subject: "Reminder: {subject}",
  mail_text: "Hello, {name}:\n\n“{subject}” is due.\nWhen: {when}\n\nYou will find it in Cartera, under “My day”.",
  somebody: "Somebody",
} satisfies Same<typeof es.notices>;
