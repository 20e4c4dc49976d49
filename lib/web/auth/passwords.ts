import { hash, verify } from "@node-rs/argon2";
import { RuleError } from "@/lib/core/errors";

const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
const atOnce = 2;
const queueLimit = 20;
const shortest = 12;

/** Of the same cost as a real one: an unknown address takes as long as a wrong password. */
const nobody = "$argon2id$v=19$m=65536,t=3,p=1$KxKPRc29SwHYQKjI7qCSvQ$MGwc51FQGjwUQqHUXywBDsey8uCAxIdIJ44k4MJA71w";

const known = new Set(["contraseña123", "password1234", "123456789012", "qwertyuiop12", "cartera12345", "administrador", "bienvenido123"]);

/** Throws when the password is shorter than twelve characters or everybody knows it. */
export function requireGoodPassword(password: string, field: string) {
  if ([...password].length < shortest) throw new RuleError("login.short_password", field, { min: shortest });
  if (known.has(password.toLowerCase()) || new Set(password).size < 3) throw new RuleError("login.common_password", field);
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, cost));
}

/** True when it is the password of `stored`; with nothing stored, or none chosen yet, the answer is no, after as long. */
export function isPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  return inTurn(async () => (await verify(stored || nobody, password).catch(() => false)) && Boolean(stored));
}

let running = 0;
const waiting: (() => void)[] = [];

/** Hashing takes a core for a tenth of a second: two at once, the rest in a short queue, beyond it a refusal. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= queueLimit) throw new RuleError("busy");
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
