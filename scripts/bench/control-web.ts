import { renderSheet } from "@/lib/documents/pdf/render";
import type { DocumentSheet } from "@/lib/documents/pdf/sheet";

/** The web process as it must not be: it draws PDFs itself when told to. */
export async function serveControl() {
  process.on("message", async ({ sheet }: { sheet: DocumentSheet }) => {
    await renderSheet(sheet);
    process.send?.({ type: "drawn" });
  });
  await import("../web");
}
