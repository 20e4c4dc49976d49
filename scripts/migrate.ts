import { join } from "node:path";
import { dataFolder } from "@/db/data-folder";
import { migrate } from "@/db/migrate";
import { refusalOf } from "@/db/refusal";
import { storageTrouble, troubleSentence } from "@/db/storage";

try {
  const applied = migrate(join(dataFolder(), "cartera.sqlite"), { now: Date.now() });
  if (applied.length > 0) console.log(`Datos al día: esquema ${applied.at(-1)}.`);
} catch (error) {
  const trouble = storageTrouble(error);
  const refusal = refusalOf(error);
  console.error(refusal?.message ?? (trouble ? troubleSentence(trouble, dataFolder()) : error));
  process.exitCode = refusal?.exitCode ?? (trouble ? 74 : 70);
} finally {
  if (process.connected) process.disconnect();
}
