import type { NodemailerError } from "nodemailer/lib/errors";
import type { MessageKey } from "@/lib/i18n/words";
import { cleanLine } from "./clean";
import { reasonOf } from "./reason";

/** `unsure`: it may have gone. `refused`: never will. `later`: this mail, another time. `server`: no mail goes through for now. */
export type Verdict = { kind: "unsure" | "refused" | "later" | "server"; reason: string };
/** `isLetIn`: the server greeted us and took our login, so what follows is said of this mail alone. */
type Circumstances = { host: string; port: number; isLetIn: boolean; isHandedOver: boolean };

/** What an attempt that failed means, with its reason. Undefined for what is no matter of mail at all. */
export function judge(error: unknown, { host, port, isLetIn, isHandedOver }: Circumstances): Verdict | undefined {
  const { name, code = "", responseCode, response, command, originalCode = "", message } = error as NodemailerError & { originalCode?: string };
  const said = cleanLine(response ?? "", 300);
  const server = `${host}:${port}`;

  if (responseCode !== undefined && responseCode >= 400) {
    if (isLetIn) return answered(responseCode, said);
    if (code === "EAUTH") return { kind: "server", reason: reasonOf("mails.failures.login", { said }) };
    if (command === "STARTTLS") return { kind: "server", reason: reasonOf("mails.failures.tls", { server }) };
    if (responseCode === 421 || command === "CONN" || command === "EHLO")
      return { kind: "server", reason: reasonOf("mails.failures.turned_away", { server, said }) };
    return answered(responseCode, said);
  }
  if (isHandedOver) return { kind: "unsure", reason: reasonOf("mails.failures.unsure", { server }) };
  if (name === "TimeoutError") return { kind: "later", reason: reasonOf("mails.failures.slow") };
  if (code === "EMESSAGE") return { kind: "refused", reason: reasonOf("mails.failures.too_large") };
  const isCut = cuts.includes(code);
  if (isLetIn) return isCut || code === "ETIMEDOUT" ? { kind: "later", reason: reasonOf("mails.failures.cut") } : undefined;
  if (isCertificate(originalCode, message)) return { kind: "server", reason: reasonOf("mails.failures.certificate", { server, why: whyOf(originalCode) }) };
  if (code === "ETLS") return { kind: "server", reason: reasonOf("mails.failures.tls", { server }) };
  if (code === "EAUTH" || code === "ENOAUTH") return { kind: "server", reason: reasonOf("mails.failures.no_login", { server }) };
  if (code === "EDNS") return { kind: "server", reason: reasonOf("mails.failures.unknown_host", { host }) };
  if (code === "ETIMEDOUT") return { kind: "server", reason: reasonOf("mails.failures.silent", { server }) };
  if (isCut) return { kind: "server", reason: reasonOf("mails.failures.unreachable", { server }) };
  return undefined;
}

const cuts = ["ECONNECTION", "ESOCKET", "EPROTOCOL"];

function answered(responseCode: number, said: string): Verdict {
  return responseCode >= 500
    ? { kind: "refused", reason: reasonOf("mails.failures.refused", { said }) }
    : { kind: "later", reason: reasonOf("mails.failures.later", { said }) };
}

const certificateCodes = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|ERR_TLS_CERT_ALTNAME)|HOSTNAME_MISMATCH/;

function isCertificate(code: string, message = ""): boolean {
  return certificateCodes.test(code) || /certificate/i.test(message);
}

function whyOf(code: string): MessageKey {
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") return "mails.failures.certificate_expired";
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return "mails.failures.certificate_other";
  return "mails.failures.certificate_unknown";
}
