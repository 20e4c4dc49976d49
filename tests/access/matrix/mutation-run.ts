import SQLite from "better-sqlite3";
import { connect } from "@/db/open";
import { inProcessMatrix } from "./in-process";
import type { MatrixWorld } from "./world";

/** How many cells differ from the model in this copy of the company; bundled with a mutated source. */
export function differences(image: Buffer, ids: MatrixWorld["ids"]): number {
  const db = connect(new SQLite(image));
  try {
    return inProcessMatrix({ db, ids }).wrong.length;
  } finally {
    db.$client.close();
  }
}
