import type { locales } from "@/db/vocabulary";
import type { es } from "./es";

type KeysOf<Tree> = { [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${KeysOf<Tree[Key]>}` }[keyof Tree & string];

/** The path of one sentence of the Spanish catalog: `accounts.title`. */
export type MessageKey = KeysOf<typeof es>;

export type Locale = (typeof locales)[number];

/** What a pack or a company says instead of the catalog. */
export type Words = Partial<Record<MessageKey, string>>;
