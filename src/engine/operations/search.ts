/**
 * Finds words in the text of the sources that are in force: asks the index which paragraphs hold them, and those where.
 */
import type { DatabaseSync } from "node:sqlite";
import {
  asUnfinished,
  matchExpression,
  parseQuery,
  problemOfQuery,
  type SearchQuery,
} from "../../core/search/search-query.ts";
import { shareOut } from "../../core/search/share-out.ts";
import { foundPassage } from "../../core/search/snippet.ts";
import { blockLabel, locatorLabel } from "../../core/source/locator.ts";
import { type SourceId, sourceIdSchema } from "../../core/source/source.ts";
import type { SearchHit, SearchResult } from "../../ipc/search-result.ts";
import type { Parsed } from "../parsed.ts";
import { getSource } from "../project/source-tables.ts";
import { type TextOutline, textOutline } from "../project/text-outline.ts";
import { readBlock } from "../project/text-tables.ts";
import type { Session } from "../session.ts";

/** More than this, of one source and in all, are counted and not shown. */
const MOST_OF_ONE = 50;
const MOST_OF_ALL = 200;

/** A block that holds the words. */
interface FoundBlock {
  readonly id: number;
  readonly position: number;
  /** The smaller, the better. */
  readonly rank: number;
}

interface FoundSource {
  readonly sourceId: SourceId;
  /** What its text was read from, and how. */
  readonly reading: string;
  readonly blocks: FoundBlock[];
  /** The rank of its best block. */
  best: number;
}

/** Throws `not-found` where it is asked for a source that is not there. */
export function search(session: Session, { query, sourceId, unfinished = false }: Parsed<"search">): SearchResult {
  const { database } = session;
  if (sourceId !== undefined) getSource(database, sourceId);
  let asked = parseQuery(query);
  const problem = problemOfQuery(asked);
  if (problem !== null) return { sources: [], total: 0, sourceTotal: 0, problem };
  let found = findBlocks(database, asked, sourceId);
  const longer = unfinished && found.length === 0 ? asUnfinished(asked) : null;
  if (longer) {
    asked = longer;
    found = findBlocks(database, asked, sourceId);
  }
  const mostOfOne = sourceId === undefined ? MOST_OF_ONE : MOST_OF_ALL;
  const shares = shareOut(
    found.map(({ blocks }) => blocks.length),
    mostOfOne,
    MOST_OF_ALL,
  );
  return {
    sources: found.flatMap((source, index) => {
      const share = shares[index] ?? 0;
      if (share === 0) return [];
      return [{ sourceId: source.sourceId, total: source.blocks.length, hits: hitsIn(database, source, share, asked) }];
    }),
    total: found.reduce((sum, { blocks }) => sum + blocks.length, 0),
    sourceTotal: found.length,
    problem: null,
  };
}

/** The blocks that hold all that is wanted, by source; the source with the best one first. */
function findBlocks(database: DatabaseSync, query: SearchQuery, sourceId: SourceId | undefined): FoundSource[] {
  const rows = database
    .prepare(
      `SELECT block.id, block.position, block.source_id, found.rank
       FROM block_search AS found JOIN block ON block.id = found.rowid
       WHERE found.words MATCH ?`,
    )
    .all(matchExpression(query));
  const sources = sourcesToSearch(database, sourceId);
  for (const { id, position, source_id, rank } of rows) {
    const source = sources.get(String(source_id));
    if (!source) continue;
    source.blocks.push({ id: Number(id), position: Number(position), rank: Number(rank) });
    source.best = Math.min(source.best, Number(rank));
  }
  // Sorting keeps the order of import where two are as good.
  return [...sources.values()].filter(({ blocks }) => blocks.length > 0).sort((a, b) => a.best - b.best);
}

/** In the order of import. */
function sourcesToSearch(database: DatabaseSync, sourceId: SourceId | undefined): Map<string, FoundSource> {
  const rows = database
    .prepare(
      `SELECT id, sha256 || '/' || COALESCE(encoding, '') || '/' || COALESCE(extraction, '') || '/' || block_count AS reading
       FROM source WHERE CASE WHEN ?1 IS NULL THEN version_of IS NULL AND removed = 0 ELSE id = ?1 END
       ORDER BY position, rowid`,
    )
    .all(sourceId ?? null);
  return new Map(
    rows.map(({ id, reading }) => [
      String(id),
      { sourceId: sourceIdSchema.parse(id), reading: String(reading), blocks: [], best: 0 },
    ]),
  );
}

/** The best of a source's hits, in the order of its text. */
function hitsIn(database: DatabaseSync, source: FoundSource, count: number, query: SearchQuery): SearchHit[] {
  const outline = textOutline(database, source.sourceId, source.reading);
  return source.blocks
    .toSorted((a, b) => a.rank - b.rank || a.position - b.position)
    .slice(0, count)
    .sort((a, b) => a.position - b.position)
    .map((block) => hitIn(database, block, outline, query));
}

function hitIn(
  database: DatabaseSync,
  { id, position }: FoundBlock,
  outline: TextOutline,
  query: SearchQuery,
): SearchHit {
  const block = readBlock(database, id);
  const start = outline.starts[position] ?? 0;
  const number = outline.numbers[position];
  const { place, snippet } = foundPassage(block.text, query);
  const { fromUtf16, toUtf16 } = place;
  return {
    fromUtf16: start + fromUtf16,
    toUtf16: start + toUtf16,
    locator: block.pages || !number ? locatorLabel([block], fromUtf16, toUtf16, outline.labels) : blockLabel(number),
    snippet: snippet.text,
    marks: [...snippet.marks],
  };
}
