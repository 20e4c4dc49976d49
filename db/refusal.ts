import SqliteDatabase from "better-sqlite3";

/** The file cannot be used. The message is the one Spanish sentence an operator reads; `exitCode` follows sysexits. */
export class DatabaseRefusal extends Error {
  constructor(
    message: string,
    readonly exitCode: 65 | 78,
  ) {
    super(message);
    this.name = "DatabaseRefusal";
  }
}

/** Why the data cannot be used, if that is why it failed. */
export function refusalOf(error: unknown): DatabaseRefusal | undefined {
  if (error instanceof DatabaseRefusal) return error;
  const isDamaged = error instanceof SqliteDatabase.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
  return isDamaged ? new DatabaseRefusal("La base de datos cartera.sqlite está dañada; restaure un respaldo.", 65) : undefined;
}
