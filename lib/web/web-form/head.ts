import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { company, files } from "@/db/schema";
import { readKept } from "@/lib/files/store";
import type { Head } from "./page";

/** A larger one would weigh more than the page. */
const largestLogo = 64 * 1_024;

/** Whose page it is, and whom to call instead. */
export async function headOf(): Promise<Head> {
  const { name, phone, email, logoFileId } = company;
  const own = database().select({ company: name, phone, email, logoFileId }).from(company).get();
  if (!own) return { company: "", phone: null, email: null };
  const file = own.logoFileId === null ? undefined : database().select().from(files).where(eq(files.id, own.logoFileId)).get();
  const bytes = file && file.size <= largestLogo ? await readKept(file.sha256) : undefined;
  return { company: own.company, phone: own.phone, email: own.email, logo: bytes && `data:${file!.mime};base64,${bytes.toString("base64")}` };
}
