/** What a disk does instead of its work. */
export type StorageTrouble = "full" | "failing";

/** SQLite cannot make its index of the log any longer for lack of room only. */
const noRoom = ["SQLITE_FULL", "SQLITE_IOERR_SHMSIZE", "ENOSPC", "EDQUOT"];

/** Whether the disk is why something failed, by what SQLite or the system says. */
export function storageTrouble(error: unknown): StorageTrouble | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = String((cause as NodeJS.ErrnoException).code);
    if (noRoom.includes(code)) return "full";
    if (code === "EIO" || code.startsWith("SQLITE_IOERR")) return "failing";
  }
  return undefined;
}

/** Whether another process held the write lock for longer than one waits for it. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith("SQLITE_BUSY");
}

/** For whoever reads the console. */
export function troubleSentence(trouble: StorageTrouble, folder: string): string {
  return trouble === "full"
    ? `No queda espacio en el disco de la carpeta ${folder}; libere espacio.`
    : `El disco de la carpeta ${folder} falla al leer o escribir; revíselo antes de seguir.`;
}

const key = Symbol.for("cartera.storage");
const shared = globalThis as { [key]?: { hasFailed: boolean; tell?: () => void } };

/** After a failed write nobody knows what the system still holds of the file: this process must not go on with it. */
export function reportFailure() {
  const watch = watched();
  if (watch.hasFailed) return;
  watch.hasFailed = true;
  watch.tell?.();
}

export function hasStorageFailed(): boolean {
  return watched().hasFailed;
}

/** `tell` is called once, at the first failure. */
export function whenStorageFails(tell: () => void) {
  watched().tell = tell;
}

function watched() {
  shared[key] ??= { hasFailed: false };
  return shared[key];
}
