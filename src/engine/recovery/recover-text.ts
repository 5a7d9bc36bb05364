/**
 * The text of one source: as it was stored, read anew from its bytes, or what is left of it. Chooses; writes nothing.
 */
import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { type Block, canonicalText } from "../../core/source/block.ts";
import type { Page } from "../../core/source/page.ts";
import { type SourceId, sourceIdSchema } from "../../core/source/source.ts";
import { readBytes } from "../project/source-tables.ts";
import { readBlocks, readPageFrames, readPageRuns } from "../project/text-tables.ts";
import type { ReadRequest, ReadSource } from "../readers/reader.ts";
import type { ReaderPool } from "../readers/reader-pool.ts";
import type { CheckedRow } from "./check-row.ts";

export interface StoredText {
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  /** Whether it is all that its source says it had. */
  readonly whole: boolean;
  readonly pagesWhole: boolean;
}

/** What of a text was in the damaged file. `row` is null where the source itself is lost. */
export function storedText(database: DatabaseSync, id: SourceId, row: CheckedRow | null): StoredText {
  const blocks = readBlocks(database, id);
  const last = database.prepare("SELECT MAX(position) AS last FROM block WHERE source_id = ?").get(id)?.["last"];
  const frames = readPageFrames(database, id);
  const pages = frames.flatMap((frame) =>
    readPageRuns(database, id, frame.number, frame.number).map((runs) => ({ ...frame, runs })),
  );
  return {
    blocks,
    pages,
    whole:
      row !== null &&
      blocks.length === row["block_count"] &&
      Number(last ?? -1) === blocks.length - 1 &&
      canonicalText(blocks).length === row["character_count"],
    pagesWhole: row !== null && pages.length === row["page_count"],
  };
}

/** The original bytes of a source, where they are those that were imported. */
export function originalBytes(database: DatabaseSync, sha256: unknown): Uint8Array | null {
  if (typeof sha256 !== "string") return null;
  // They were put under the sum that they have: collect-rows.ts.
  const isThere = database.prepare("SELECT 1 FROM source_blob WHERE sha256 = ?").get(sha256);
  return isThere ? readBytes(database, sha256) : null;
}

/** Reads bytes anew as they were read before. Null where they cannot be read, because they ask for a password, say. */
export async function readAnew(
  readers: ReaderPool,
  bytes: Uint8Array,
  row: CheckedRow | null,
  now: string,
): Promise<ReadSource | null> {
  const request = {
    fileName: String(row?.["file_name"] || "Recovered source"),
    bytes,
    // Checked when the row was taken.
    encoding: (row?.["encoding"] ?? null) as ReadRequest["encoding"],
    extraction: (row?.["extraction"] ?? null) as ReadRequest["extraction"],
    importedOn: now.slice(0, 10),
    password: null,
  };
  try {
    return await readers.read(request);
  } catch {
    return null;
  }
}

export interface ChosenText {
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  readonly from: "stored" | "bytes" | "remains";
}

/**
 * The stored text where it is whole: excerpts point into it. Bytes cannot be damaged unnoticed and text can, so where only
 * letters differ from what the bytes say, the bytes are believed.
 */
export function chooseText(stored: StoredText, read: ReadSource | null): ChosenText {
  if (read && (!stored.whole || !stored.pagesWhole || differsByDamage(stored.blocks, read.blocks)))
    return { blocks: read.blocks, pages: read.pages, from: "bytes" };
  return { ...stored, from: stored.whole ? "stored" : "remains" };
}

/** Whether two readings have the same blocks of the same lengths, with other letters: a newer reader would cut otherwise. */
function differsByDamage(stored: readonly Block[], read: readonly Block[]): boolean {
  if (stored.length !== read.length) return false;
  const isSameShape = stored.every(({ text }, index) => text.length === read[index]?.text.length);
  return isSameShape && stored.some(({ text }, index) => text !== read[index]?.text);
}

/** Plain text to stand for original bytes that are lost, so that there is something to read anew. */
export function standInFor(blocks: readonly Block[]): { readonly sha256: string; readonly bytes: Uint8Array } {
  const bytes = new TextEncoder().encode(blocks.map(({ text }) => text).join("\n\n"));
  return { sha256: createHash("sha256").update(bytes).digest("hex"), bytes };
}

/** Some blocks may be damaged; two sources never have so many in common by chance. */
const LEAST_SHARE_IN_COMMON = 0.5;

export interface Likeness {
  readonly id: SourceId;
  /** How many of its blocks are just as they were read, from 0 to 1. */
  readonly share: number;
}

/** The source without a row whose text is what was just read, of those that are left. */
export function sourceReadAs(
  database: DatabaseSync,
  candidates: Iterable<SourceId>,
  read: ReadSource,
): Likeness | undefined {
  const likenesses = [...candidates].map((id) => {
    const rows = database.prepare("SELECT position, text FROM block WHERE source_id = ?").all(id);
    const same = rows.filter(({ position, text }) => read.blocks[Number(position)]?.text === text);
    return { id, share: rows.length === 0 ? 0 : same.length / rows.length };
  });
  const best = likenesses.sort((a, b) => b.share - a.share)[0];
  return best && best.share > LEAST_SHARE_IN_COMMON ? best : undefined;
}

/** The ids that anything in the file gives to sources. */
export function idsWithText(database: DatabaseSync): SourceId[] {
  return database
    .prepare("SELECT DISTINCT source_id FROM block UNION SELECT DISTINCT source_id FROM page")
    .all()
    .map(({ source_id }) => sourceIdSchema.parse(source_id));
}
