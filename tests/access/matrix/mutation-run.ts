import SQLite from "better-sqlite3";
import { connect } from "@/db/open";
import { firstDifference } from "./in-process";
import { offDifference } from "./off-cells";
import type { MatrixWorld } from "./world";

/** The first cell that differs from the model in this copy of the company; bundled with a mutated source. */
export function difference(image: Buffer, ids: MatrixWorld["ids"]): string | undefined {
  const db = connect(new SQLite(image));
  try {
    return firstDifference({ db, ids }) ?? offDifference(db, ids);
  } finally {
    db.$client.close();
  }
}
