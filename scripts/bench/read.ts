import { openDatabase } from "@/db/open";

/** Reads the largest table from end to end in one snapshot, over and over, until it is ended. */
export async function readOnAndOn(path: string) {
  const handle = openDatabase(path, { readonly: true });
  process.on("disconnect", () => process.exit(0));
  for (;;) {
    for (const { size } of handle.prepare("select length(description) as size from document_lines").iterate() as Iterable<{ size: number }>)
      if (size < 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
