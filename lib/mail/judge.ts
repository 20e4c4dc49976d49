import type { NodemailerError } from "nodemailer/lib/errors";
import { t } from "@/lib/i18n/words";
import { cleanLine } from "./clean";

/** `unsure`: it may have gone. `refused`: never will. `later`: this mail, another time. `server`: no mail goes through for now. */
export type Verdict = { kind: "unsure" | "refused" | "later" | "server"; sentence: string };
type Circumstances = { host: string; port: number; isHandedOver: boolean };

/** What an attempt that failed means, with a sentence for people. Undefined for what is no matter of mail at all. */
export function judge(error: unknown, { host, port, isHandedOver }: Circumstances): Verdict | undefined {
  const { code = "", responseCode, response, command, originalCode = "", message } = error as NodemailerError & { originalCode?: string };
  const said = cleanLine(response ?? "", 300);
  const server = `${host}:${port}`;

  if (responseCode !== undefined && responseCode >= 400) {
    if (code === "EAUTH") return { kind: "server", sentence: t("mails.failures.login", { said }) };
    if (command === "STARTTLS") return { kind: "server", sentence: t("mails.failures.tls", { server }) };
    if (responseCode === 421 || command === "CONN" || command === "EHLO")
      return { kind: "server", sentence: t("mails.failures.turned_away", { server, said }) };
    return responseCode >= 500
      ? { kind: "refused", sentence: t("mails.failures.refused", { said }) }
      : { kind: "later", sentence: t("mails.failures.later", { said }) };
  }
  if (isHandedOver) return { kind: "unsure", sentence: t("mails.failures.unsure", { server }) };
  if (code === "EMESSAGE") return { kind: "refused", sentence: t("mails.failures.too_large") };
  if (isCertificate(originalCode, message)) return { kind: "server", sentence: t("mails.failures.certificate", { server, why: reasonOf(originalCode) }) };
  if (code === "ETLS") return { kind: "server", sentence: t("mails.failures.tls", { server }) };
  if (code === "EAUTH" || code === "ENOAUTH") return { kind: "server", sentence: t("mails.failures.no_login", { server }) };
  if (code === "EDNS") return { kind: "server", sentence: t("mails.failures.unknown_host", { host }) };
  if (code === "ETIMEDOUT") return { kind: "server", sentence: t("mails.failures.silent", { server }) };
  if (["ECONNECTION", "ESOCKET", "EPROTOCOL"].includes(code)) return { kind: "server", sentence: t("mails.failures.unreachable", { server }) };
  return undefined;
}

const certificateCodes = /^(CERT_|DEPTH_ZERO_|SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|ERR_TLS_CERT_ALTNAME)|HOSTNAME_MISMATCH/;

function isCertificate(code: string, message = ""): boolean {
  return certificateCodes.test(code) || /certificate/i.test(message);
}

function reasonOf(code: string): string {
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") return t("mails.failures.certificate_expired");
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return t("mails.failures.certificate_other");
  return t("mails.failures.certificate_unknown");
}
