import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import SqliteDatabase from "better-sqlite3";
import { storageTrouble } from "@/db/storage";
import { exitCodes, StartRefusal } from "./exit";

/** NFS, SMB, SMB2, CIFS, FUSE: the database's shared memory does not reach across machines. */
const networkSystems = [0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x65735546];

/** Makes sure the folder is there, ours and writable, and that its secret exists. */
export function prepareDataFolder(folder: string) {
  make(folder);
  requireWritable(folder);
  requireOurs(folder);
  requireLocal(folder, statfsSync(folder).type);
}

export function requireLocal(folder: string, fileSystem: number) {
  if (networkSystems.includes(fileSystem)) throw new StartRefusal(`La carpeta ${folder} está en un disco de red; use un disco local.`, exitCodes.configuration);
}

/** Held for the whole life of the process. The kernel frees it even on kill -9. */
export function lockDataFolder(folder: string): SqliteDatabase.Database {
  const lock = new SqliteDatabase(join(folder, "lock.sqlite"), { timeout: 0 });
  try {
    lock.exec("begin exclusive");
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof SqliteDatabase.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new StartRefusal(`Ya hay una Cartera en marcha con los datos de ${folder}.`, exitCodes.alreadyRunning);
    }
    throw error;
  }
}

/** Drawn once, and whole on disk before anything is signed with it. Whoever holds it can sign sessions. */
export function ensureSecret(folder: string) {
  const path = join(folder, "secret");
  if (!existsSync(path)) {
    writeFileSync(`${path}.partial`, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flush: true });
    renameSync(`${path}.partial`, path);
    flush(folder);
  }
  if (statSync(path).size < 32) throw new StartRefusal(`El archivo ${path} no contiene un secreto de al menos 32 caracteres.`, exitCodes.configuration);
}

function flush(folder: string) {
  const directory = openSync(folder, "r");
  fsyncSync(directory);
  closeSync(directory);
}

function make(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new StartRefusal(`No se puede crear la carpeta de datos ${folder}.`, exitCodes.cannotCreate);
  }
}

/** The probe is a real file: root passes every permission check, but not a read-only disk. */
function requireWritable(folder: string) {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    writeFileSync(join(folder, ".probe"), "");
  } catch (error) {
    if (storageTrouble(error)) throw error;
    throw new StartRefusal(`No se puede escribir en la carpeta de datos ${folder}.`, exitCodes.cannotCreate);
  }
}

function requireOurs(folder: string) {
  const names = readdirSync(folder).filter((name) => !name.startsWith(".") && name !== "lost+found");
  const isOurs = names.length === 0 || names.some((name) => ["cartera.sqlite", "lock.sqlite", "secret"].includes(name));
  if (!isOurs) throw new StartRefusal(`La carpeta ${folder} tiene archivos que no son de Cartera; indique otra en DATA_DIR.`, exitCodes.configuration);
}
