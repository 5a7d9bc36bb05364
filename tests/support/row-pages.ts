/** On which pages of a sound file each row lies: what damage to other pages must not touch. */
import { openDamagedFile } from "../../src/engine/recovery/damaged-file.ts";
import type { FoundValue } from "../../src/engine/recovery/record.ts";
import { noCounts, scanRows } from "../../src/engine/recovery/scan-rows.ts";
import { readTreePage } from "../../src/engine/recovery/tree-page.ts";

export interface PlacedRow {
  readonly table: string;
  readonly values: readonly FoundValue[];
  readonly pages: readonly number[];
}

export function rowPages(path: string): PlacedRow[] {
  const file = openDamagedFile(path);
  let leaf = 0;
  let chain: number[] = [];
  const watched = {
    ...file,
    page(number: number) {
      const page = file.page(number);
      if (page && readTreePage(page, number === 1)) leaf = number;
      else chain.push(number);
      return page;
    },
  };
  const rows: PlacedRow[] = [];
  for (const { table, values } of scanRows(watched, noCounts())) {
    if (table !== null) rows.push({ table, values, pages: [leaf, ...chain] });
    chain = [];
  }
  file.close();
  return rows;
}
