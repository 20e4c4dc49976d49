import type { NextAuthOptions } from "next-auth";
import { database } from "@/db/client";
import { secret } from "@/db/secret";
import { cookieOptions, seal, sessionCookie, unseal } from "./cookie";
import { memberOf, revokeSession } from "./session";

/** next-auth as the shell of the cookie: the token carries a session's id and nothing else, sealed by a keyed hash.
 *  Its own encryption costs milliseconds per page and hides nothing, since the id is random. */
export function authOptions(): NextAuthOptions {
  return {
    secret: secret(),
    providers: [],
    session: { strategy: "jwt" },
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    cookies: { sessionToken: { name: sessionCookie(), options: cookieOptions() } },
    jwt: {
      encode: async ({ token }) => seal(String(token?.sid ?? ""), "session"),
      decode: async ({ token }) => {
        const sid = unseal(token, "session");
        return sid !== undefined && memberOf(database(), sid, Date.now()) ? { sid } : null;
      },
    },
    callbacks: { session: ({ session }) => ({ expires: session.expires }) },
    events: { signOut: ({ token }) => revokeSession(database(), String(token.sid)) },
  };
}
