import { existsSync, readFileSync, statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import { migrationsFolder, migrationsIn } from "@/db/migration-files";
import { type Handle, requireSqlite } from "@/db/open";
import { hasRoom } from "@/lib/web/health";
import { requireLocal } from "../supervisor/data-folder";

/** Something of the machine or the installation that has to be so. `look` answers what it found, and throws the sentence when it is wrong. */
export type MachineCheck = { name: string; look: () => string };

const oldestNode = 24;
const leastSecret = 32;
const toleratedMs = 5 * 60_000;

/** What the data stand on. `now` in UTC milliseconds. */
export function machineChecks(folder: string, handle: Handle, now: number): MachineCheck[] {
  return [
    { name: "versión de Node", look: nodeVersion },
    { name: "versión de SQLite", look: () => sqliteVersion(handle) },
    { name: "esquema de los datos al día", look: () => schema(handle) },
    { name: "la base de datos escribe sin perder nada", look: () => pragmas(handle) },
    { name: "la carpeta de datos es privada", look: () => permissions(folder, 0o077) },
    { name: "el secreto está y es privado", look: () => secretFile(join(folder, "secret")) },
    { name: "la carpeta está en un disco local", look: () => disk(folder) },
    { name: "hay espacio en el disco", look: () => room(folder) },
    { name: "el reloj va hacia adelante", look: () => clock(handle, now) },
  ];
}

function nodeVersion(): string {
  const { node } = process.versions;
  if (Number(node.split(".")[0]) < oldestNode) throw new Error(`es ${node} y hace falta ${oldestNode} o posterior`);
  return node;
}

function sqliteVersion(handle: Handle): string {
  const version = handle.prepare("select sqlite_version()").pluck().get() as string;
  requireSqlite(version);
  return version;
}

function schema(handle: Handle): string {
  const known = migrationsIn(migrationsFolder);
  const applied = handle.prepare("select number, sha256 from schema_versions order by number").all() as { number: number; sha256: string }[];
  const strange = applied.find(({ sha256 }, place) => known[place]?.sha256 !== sha256);
  if (strange) throw new Error(`la migración ${strange.number} no es la de este programa`);
  if (applied.length < known.length)
    throw new Error(`van por la ${applied.length} y este programa por la ${known.length}; inicie Cartera para ponerlos al día`);
  return `${applied.length}`;
}

/** The others belong to a connection, which does not open unless they hold. */
function pragmas(handle: Handle): string {
  const mode = handle.pragma("journal_mode", { simple: true });
  const synchronous = handle.pragma("synchronous", { simple: true });
  if (mode !== "wal" || synchronous !== 2) throw new Error(`journal_mode es ${mode} y synchronous ${synchronous}`);
  return "journal_mode wal, synchronous full";
}

function permissions(path: string, forbidden: number): string {
  const mode = statSync(path).mode & 0o777;
  if ((mode & forbidden) !== 0) throw new Error(`otros usuarios de la máquina pueden entrar (permisos ${mode.toString(8)})`);
  return mode.toString(8);
}

function secretFile(path: string): string {
  if (!existsSync(path)) throw new Error("no está; Cartera lo crea al iniciar, pero las sesiones de antes ya no valdrán");
  const length = readFileSync(path, "utf8").trim().length;
  if (length < leastSecret) throw new Error(`tiene ${length} caracteres y hacen falta ${leastSecret}`);
  return `${length} caracteres, permisos ${permissions(path, 0o077)}`;
}

function disk(folder: string): string {
  requireLocal(folder, statfsSync(folder).type);
  return "sí";
}

function room(folder: string): string {
  const stats = statfsSync(folder);
  const free = `${Math.floor((stats.bavail * stats.bsize) / 2 ** 20)} MB libres`;
  if (!hasRoom(stats)) throw new Error(`quedan ${free}`);
  return free;
}

/** Numbers, sessions and due dates go by it: it may not stand before what has happened. */
function clock(handle: Handle, now: number): string {
  const last = handle.prepare("select max(at) from events").pluck().get() as number | null;
  if (last !== null && last > now + toleratedMs) throw new Error(`marca ${shown(now)} y lo último que se hizo es de ${shown(last)}`);
  return shown(now);
}

function shown(instant: number): string {
  return new Date(instant).toISOString();
}
