import { database } from "@/db/client";
import { migrationsFolder, migrationsIn } from "@/db/migration-files";

/** Whether this process can read its data, and they have the schema it expects. */
export function isHealthy(): boolean {
  try {
    const version = database().$client.prepare("select count(*) from schema_versions").pluck().get();
    return version === migrationsIn(migrationsFolder).length;
  } catch (error) {
    console.error(error);
    return false;
  }
}
