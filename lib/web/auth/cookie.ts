import { createHmac, timingSafeEqual } from "node:crypto";
import { secret } from "@/db/secret";

const isHttps = () => process.env.APP_URL?.startsWith("https:") ?? false;

/** `__Host-` ties the cookie to this very host; browsers only take it over https. */
export const sessionCookie = () => (isHttps() ? "__Host-cartera" : "cartera");
/** Not begun as the session's: next-auth joins every cookie whose name begins alike. */
export const deviceCookie = () => (isHttps() ? "__Host-known-device" : "known-device");

export const seenAsCookie = () => (isHttps() ? "__Host-seen-as" : "seen-as");

export const cookieOptions = (maxAge?: number) => ({ httpOnly: true, sameSite: "lax" as const, path: "/", secure: isHttps(), maxAge });

/** `text.mac`: ours, unchanged. `purpose` keeps one kind of cookie from standing for another. */
export function seal(text: string, purpose: string): string {
  return `${text}.${macOf(text, purpose)}`;
}

/** The text of a sealed value, or undefined when it is not ours. */
export function unseal(sealed: string | undefined, purpose: string): string | undefined {
  const [, text, mac] = /^([\w:-]{1,200})\.([\w-]{43})$/.exec(sealed ?? "") ?? [];
  if (text === undefined || mac === undefined) return undefined;
  return timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(text, purpose))) ? text : undefined;
}

function macOf(text: string, purpose: string): string {
  return createHmac("sha256", secret()).update(`${purpose}\n${text}`).digest("base64url");
}
