import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { secret } from "@/db/secret";

const cipher = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** The mail server's password, or a link that is one, as it may stand in a database: worth nothing without the secret of the data folder. */
export function sealPassword(password: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key(), iv);
  const sealed = Buffer.concat([sealing.update(password, "utf8"), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString("base64url");
}

/** Undefined when it was sealed with another secret, or somebody touched it. */
export function openPassword(sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  try {
    const opening = createDecipheriv(cipher, key(), bytes.subarray(0, ivBytes));
    opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
    return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString("utf8");
  } catch {
    return undefined;
  }
}

function key(): Buffer {
  return Buffer.from(hkdfSync("sha256", secret(), "", "mail server password", 32));
}
