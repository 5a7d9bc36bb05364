/** A column that holds JSON. What it says is for the schema of whoever asks. */
import type { SQLOutputValue } from "node:sqlite";

/** Throws SyntaxError where it is none. */
export function parseColumn(column: SQLOutputValue | undefined): unknown {
  return JSON.parse(String(column));
}
