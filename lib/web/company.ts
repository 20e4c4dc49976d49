import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { company } from "@/db/schema";

/** The company's name, once there is one. */
export function companyName(): string | undefined {
  return database().select({ name: company.name }).from(company).where(eq(company.id, 1)).get()?.name;
}

/** Whom to call. */
export function companyCard(): { name: string; phone: string | null; email: string | null } {
  const card = database().select({ name: company.name, phone: company.phone, email: company.email }).from(company).where(eq(company.id, 1)).get();
  return card ?? { name: "", phone: null, email: null };
}
