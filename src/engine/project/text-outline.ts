/**
 * Where the blocks of a source begin and how they are counted, kept in memory: a search needs it of many sources at once,
 * and would else read all of their text. What it is made of is in text-tables.ts.
 */
import type { DatabaseSync } from "node:sqlite";
import { blockStarts } from "../../core/source/block.ts";
import { type BlockNumber, numberBlocks, type PageLabels } from "../../core/source/locator.ts";
import type { SourceId } from "../../core/source/source.ts";
import { pageLabels, readPlainBlocks } from "./text-tables.ts";

export interface TextOutline {
  /** Of each block, in UTF-16 code units of canonical text. */
  readonly starts: readonly number[];
  readonly numbers: readonly BlockNumber[];
  readonly labels: PageLabels;
}

const outlines = new WeakMap<
  DatabaseSync,
  Map<SourceId, { readonly reading: string; readonly outline: TextOutline }>
>();

/** `reading` names the bytes and how they were read: another reading has another outline. */
export function textOutline(database: DatabaseSync, id: SourceId, reading: string): TextOutline {
  const known = outlines.get(database) ?? new Map();
  outlines.set(database, known);
  const before = known.get(id);
  if (before?.reading === reading) return before.outline;
  const outline = readOutline(database, id);
  known.set(id, { reading, outline });
  return outline;
}

function readOutline(database: DatabaseSync, id: SourceId): TextOutline {
  const blocks = readPlainBlocks(database, id);
  return { starts: blockStarts(blocks), numbers: numberBlocks(blocks), labels: pageLabels(database, id) };
}
