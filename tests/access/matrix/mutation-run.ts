import SQLite from "better-sqlite3";
import { connect } from "@/db/open";
import { inProcessMatrix } from "./in-process";
import type { MatrixWorld } from "./world";

/** The cells that differ from the model in this copy of the company; bundled with a mutated source. */
export function differences(image: Buffer, ids: MatrixWorld["ids"]): string[] {
  const db = connect(new SQLite(image));
  try {
    return inProcessMatrix({ db, ids }).wrong;
  } finally {
    db.$client.close();
  }
}
