import { eq } from "drizzle-orm";
import { database } from "@/db/client";
import { company } from "@/db/schema";
import { prepared } from "@/lib/access/prepared";

/** The company's name, once there is one. */
export function companyName(): string | undefined {
  return database().select({ name: company.name }).from(company).where(eq(company.id, 1)).get()?.name;
}

/** Whether what is seen was made up to look at. */
export function isExampleCompany(): boolean {
  return exampleQuery(database()).get()?.isDemo ?? false;
}

const exampleQuery = prepared((reader) => reader.select({ isDemo: company.isDemo }).from(company).where(eq(company.id, 1)).prepare());

/** Whom to call. */
export function companyCard(): { name: string; phone: string | null; email: string | null } {
  const card = database().select({ name: company.name, phone: company.phone, email: company.email }).from(company).where(eq(company.id, 1)).get();
  return card ?? { name: "", phone: null, email: null };
}
