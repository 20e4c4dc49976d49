import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { TLSSocket } from "node:tls";

export type Received = { from: string; to: string[]; raw: string; messageId: string; isSecure: boolean };

/** What the server does wrong; everything else it does right. */
export type Behaviour = {
  greeting?: string;
  /** Ends every line in silence from here on. */
  isMute?: "connect" | "greeting" | "after_data";
  login?: string;
  sender?: string;
  recipients?: Record<string, string>;
  data?: string;
  /** Takes nothing of a message in until then. */
  reads?: Promise<unknown>;
  /** Hangs up before it takes the message, when it is whole but not kept, or once it is kept and before saying so. */
  hangUp?: "at_data" | "before_keeping" | "before_answer";
  /** Says so once a message is kept, before the sender hears of it. */
  kept?: (received: Received) => void | Promise<void>;
};

type Tls = { key: string; cert: string };
type Options = { tls?: Tls; isTlsAtOnce?: boolean; offersStartTls?: boolean; credentials?: { name: string; password: string }; port?: number };
type Session = { socket: Socket; isSecure: boolean; isIn: boolean; from: string; to: string[]; data?: string; awaits?: "plain" };

/** A mail server of our own on a port that is free: real sockets, real TLS, and it keeps what it was given. */
export async function smtpServer(options: Options = {}) {
  const received: Received[] = [];
  const logins: { text: string; isSecure: boolean }[] = [];
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const state = { behaviour: {} as Behaviour, mostAtOnce: 0, connections: 0 };
  let server: Server;

  function welcome(plain: Socket) {
    state.connections += 1;
    state.mostAtOnce = Math.max(state.mostAtOnce, sockets.add(plain).size);
    plain.on("close", () => sockets.delete(plain)).on("error", () => plain.destroy());
    if (state.behaviour.isMute === "connect") return;
    const session: Session = { socket: plain, isSecure: false, isIn: false, from: "", to: [] };
    if (options.isTlsAtOnce) secure(session);
    else listen(session);
    say(session, state.behaviour.greeting ?? "220 localhost ESMTP");
  }

  function secure(session: Session) {
    session.socket.removeAllListeners("data");
    session.socket = new TLSSocket(session.socket, { isServer: true, ...options.tls! });
    session.isSecure = true;
    session.socket.on("error", () => session.socket.destroy());
    listen(session);
  }

  function listen(session: Session) {
    let rest = "";
    session.socket.on("data", (bytes) => {
      rest += bytes.toString("latin1");
      for (let end = rest.indexOf("\r\n"); end !== -1; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        void hear(session, line);
      }
    });
  }

  async function hear(session: Session, line: string) {
    if (session.data !== undefined) return take(session, line);
    if (session.awaits === "plain") return logIn(session, line);
    lines.push(line);
    const { behaviour } = state;
    if (behaviour.isMute === "greeting") return;
    const [verb = "", rest = ""] = [line.split(" ")[0]!.toUpperCase(), line.slice(line.indexOf(" ") + 1)];
    if (verb === "EHLO") return say(session, extensions(session));
    if (verb === "STARTTLS") return startTls(session);
    if (verb === "AUTH") return logIn(session, rest.split(" ")[1]);
    if (verb === "MAIL") {
      Object.assign(session, { from: addressIn(rest), to: [] });
      return say(session, options.credentials && !session.isIn ? "530 5.7.0 Authentication required" : (behaviour.sender ?? "250 OK"));
    }
    if (verb === "RCPT") {
      const answer = behaviour.recipients?.[addressIn(rest)] ?? "250 OK";
      if (answer.startsWith("2")) session.to.push(addressIn(rest));
      return say(session, answer);
    }
    if (verb === "DATA" && behaviour.hangUp === "at_data") return session.socket.destroy();
    if (verb === "DATA") {
      session.data = "";
      if (behaviour.reads) {
        session.socket.pause();
        void behaviour.reads.then(() => session.socket.resume());
      }
      return say(session, "354 Go ahead");
    }
    if (verb === "QUIT") return session.socket.end("221 Bye\r\n");
    return say(session, "250 OK");
  }

  async function take(session: Session, line: string) {
    const { hangUp, isMute, data, kept } = state.behaviour;
    if (line !== ".") {
      session.data += `${line.replace(/^\./, "")}\r\n`;
      return;
    }
    const raw = session.data!;
    session.data = undefined;
    if (hangUp === "before_keeping") return session.socket.destroy();
    if (data) return say(session, data);
    const mail = { from: session.from, to: [...session.to], raw, messageId: /^message-id: *<([^>]+)>/im.exec(raw)?.[1] ?? "", isSecure: session.isSecure };
    received.push(mail);
    await kept?.(mail);
    if (hangUp === "before_answer") return session.socket.destroy();
    if (isMute !== "after_data") say(session, "250 2.0.0 Kept");
  }

  function startTls(session: Session) {
    if (!options.offersStartTls) return say(session, "502 Not here");
    session.socket.write("220 Go ahead\r\n", () => secure(session));
  }

  function logIn(session: Session, text: string | undefined) {
    if (text === undefined) {
      session.awaits = "plain";
      return say(session, "334 ");
    }
    session.awaits = undefined;
    logins.push({ text, isSecure: session.isSecure });
    const { name, password } = options.credentials ?? { name: "", password: "" };
    session.isIn = state.behaviour.login === undefined && Buffer.from(text, "base64").toString() === `\0${name}\0${password}`;
    return say(session, session.isIn ? "235 Welcome" : (state.behaviour.login ?? "535 5.7.8 Bad credentials"));
  }

  function extensions({ isSecure }: Session) {
    const offered = ["localhost", ...(options.offersStartTls && !isSecure ? ["STARTTLS"] : []), ...(options.credentials ? ["AUTH PLAIN"] : []), "8BITMIME"];
    return offered.map((name, place) => `250${place === offered.length - 1 ? " " : "-"}${name}`).join("\r\n");
  }

  function say({ socket }: Session, line: string) {
    if (socket.writable) socket.write(`${line}\r\n`);
  }

  async function open(port = 0) {
    server = createServer(welcome).listen(port, "127.0.0.1");
    await once(server, "listening");
    return (server.address() as AddressInfo).port;
  }

  const port = await open(options.port);
  return {
    port,
    /** How many lines stand open. */
    openLines: () => sockets.size,
    received,
    logins,
    lines,
    state,
    /** Nobody answers any more, until `up`. */
    async down() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    up: () => open(port),
    async [Symbol.asyncDispose]() {
      if (server.listening) await this.down();
    },
  };
}

function addressIn(text: string): string {
  return /<([^>]*)>/.exec(text)?.[1] ?? "";
}
