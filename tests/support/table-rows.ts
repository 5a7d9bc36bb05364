/** The rows of a project file, read without any of our code, to tell whether a later version kept them. */
import { DatabaseSync } from "node:sqlite";

type Row = Readonly<Record<string, unknown>>;

/** By table. The index of words, which is derived and kept in tables of its own, is left out. */
export type TableRows = ReadonlyMap<string, readonly Row[]>;

export function tableRows(path: string): TableRows {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'block_search%' ORDER BY name")
      .all()
      .map(({ name }) => String(name));
    return new Map(tables.map((name) => [name, database.prepare(`SELECT * FROM "${name}"`).all()]));
  } finally {
    database.close();
  }
}

/** The same rows with the columns that the other has too, in an order that is the same for the same rows. */
export function sharedWith(rows: TableRows, other: TableRows): Record<string, string[]> {
  return Object.fromEntries(
    [...rows].map(([table, all]) => {
      const theirs = new Set(Object.keys(other.get(table)?.[0] ?? {}));
      const shared = all.map((row) =>
        JSON.stringify(
          Object.entries(row)
            .filter(([column]) => theirs.has(column))
            .map(([column, value]) => [
              column,
              value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
            ])
            .sort(),
        ),
      );
      return [table, shared.sort()];
    }),
  );
}
