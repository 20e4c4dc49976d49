import { database } from "@/db/client";
import { migrationsFolder, migrationsIn } from "@/db/migration-files";
import { hasStorageFailed } from "@/db/storage";

/** Whether this process can read its data, they have the schema it expects, and the disk has not failed it. */
export function isHealthy(): boolean {
  if (hasStorageFailed()) return false;
  try {
    const version = database().$client.prepare("select count(*) from schema_versions").pluck().get();
    return version === migrationsIn(migrationsFolder).length;
  } catch (error) {
    console.error(error);
    return false;
  }
}
