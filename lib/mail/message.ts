import MailComposer from "nodemailer/lib/mail-composer";

export type Mailbox = { name?: string | null; address: string };
export type Message = {
  messageId: string;
  date: Date;
  from: Mailbox;
  replyTo?: string | null;
  to: Mailbox[];
  cc: Mailbox[];
  subject: string;
  text: string;
  attachments: { name: string; mime: string; bytes: Buffer }[];
};

/** The bytes that travel. Given twice the same, it says the same mail: its identity is not drawn here. */
export function composed({ messageId, date, from, replyTo, to, cc, subject, text, attachments }: Message): Promise<Buffer> {
  const composer = new MailComposer({
    messageId: `<${messageId}>`,
    date,
    from: mailbox(from),
    replyTo: replyTo ? mailbox({ address: replyTo }) : undefined,
    to: to.map(mailbox),
    cc: cc.map(mailbox),
    subject,
    text,
    attachments: attachments.map(({ name, mime, bytes }) => ({ filename: name, contentType: mime, content: bytes })),
    newline: "win",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function mailbox({ name, address }: Mailbox) {
  return { name: name ?? "", address };
}
