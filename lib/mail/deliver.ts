import { Readable } from "node:stream";
import SmtpConnection from "nodemailer/lib/smtp-connection";
import type { MailSecurity } from "@/db/vocabulary";

export type Server = { host: string; port: number; security: MailSecurity; user?: { name: string; password: string } };
export type Envelope = { from: string; to: string[] };
export type Limits = { connectMs: number; greetingMs: number; silenceMs: number };
export type Refusal = { address: string; response: string };
export type Delivery = {
  server: Server;
  envelope: Envelope;
  message: Buffer;
  /** The server greeted us and took our login; the mail itself comes now. */
  whenLetIn: () => void;
  beforeLastByte: () => void;
  /** Once aborted the line is closed, and what had not been handed over never is. */
  signal: AbortSignal;
  limits?: Limits;
  trusted?: string;
};

export const usualLimits: Limits = { connectMs: 15_000, greetingMs: 15_000, silenceMs: 30_000 };

/** Hands a message to the server and returns for whom it did not take it, which may be all. Rejects with what nodemailer met.
 *  `beforeLastByte` runs before the message is whole on the server's side: until then it cannot have been sent, from then on it may have. */
export async function deliver({ server, envelope, message, whenLetIn, beforeLastByte, signal, limits = usualLimits, trusted }: Delivery): Promise<Refusal[]> {
  signal.throwIfAborted();
  const { connectMs, greetingMs, silenceMs } = limits;
  const connection = new SmtpConnection({
    host: server.host,
    port: server.port,
    secure: server.security === "tls",
    requireTLS: server.security === "starttls",
    ignoreTLS: server.security === "none",
    tls: { minVersion: "TLSv1.2", ca: trusted },
    name: envelope.from.split("@").at(-1),
    connectionTimeout: connectMs,
    greetingTimeout: greetingMs,
    socketTimeout: silenceMs,
    dnsTimeout: connectMs,
  });
  const handOver = () => {
    signal.throwIfAborted();
    beforeLastByte();
  };
  try {
    return await handed(connection, { server, envelope, message: wholeOnlyAfter(message, handOver), whenLetIn, signal });
  } finally {
    connection.close();
  }
}

const pieceBytes = 65_536;

type Handing = { server: Server; envelope: Envelope; message: Readable; whenLetIn: () => void; signal: AbortSignal };

function handed(connection: SmtpConnection, { server, envelope, message, whenLetIn, signal }: Handing) {
  return new Promise<Refusal[]>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    connection.once("error", reject);
    connection.once("end", () => reject(new Error("the connection ended")));
    const send = () => {
      whenLetIn();
      connection.send(envelope, message, (error, sent) => {
        const refused = (error ?? sent)?.rejectedErrors ?? [];
        const isRefusedForAll = refused.length === envelope.to.length;
        if ((error || !sent) && !isRefusedForAll) return reject(error);
        resolve(refused.map(({ recipient, response }) => ({ address: recipient ?? "", response: response ?? "" })));
      });
    };
    connection.connect((error) => {
      if (error) return reject(error);
      const { user } = server;
      if (!user) return send();
      connection.login({ user: user.name, pass: user.password }, (refusal) => (refusal ? reject(refusal) : send()));
    });
  });
}

/** SMTP ends a message with a line of one dot; it is written when this stream ends. */
function wholeOnlyAfter(message: Buffer, deed: () => void): Readable {
  return Readable.from(
    (function* () {
      for (let from = 0; from < message.length; from += pieceBytes) yield message.subarray(from, from + pieceBytes);
      deed();
    })(),
  );
}
