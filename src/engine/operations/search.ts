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
import type { SourceId } from "../../core/source/source.ts";
import type { SearchHit, SearchResult } from "../../ipc/search-result.ts";
import type { Parsed } from "../parsed.ts";
import { type SearchedSource, searchedSources } from "../project/searched-sources.ts";
import { getSource } from "../project/source-tables.ts";
import { textOutline } from "../project/text-outline.ts";
import { blockReader } from "../project/text-tables.ts";
import type { Session } from "../session.ts";

/** More than this, of one source and in all, are counted and not shown. */
const MOST_OF_ONE = 50;
const MOST_OF_ALL = 100;
/** Where only one is searched. */
const MOST_WITHIN = 300;
/** Words that so many paragraphs have are not worth weighing: whatever has most of them comes first. */
const MOST_RANKED = 2_000;

interface FoundSource {
  readonly source: SearchedSource;
  /** The ids of the blocks that hold the words, in the order of the text. */
  readonly blockIds: number[];
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
  const total = found.reduce((sum, { blockIds }) => sum + blockIds.length, 0);
  const ranks = total > MOST_RANKED ? null : ranksOf(database, asked);
  const ranked = ranks ? bestFirst(found, ranks) : mostFirst(found);
  const shares = shareOut(
    ranked.map(({ blockIds }) => blockIds.length),
    sourceId === undefined ? MOST_OF_ONE : MOST_WITHIN,
    sourceId === undefined ? MOST_OF_ALL : MOST_WITHIN,
  );
  const read = hitReader(database, asked);
  const sources = ranked.slice(0, shares.filter((share) => share > 0).length).map(({ source, blockIds }, index) => ({
    sourceId: source.sourceId,
    total: blockIds.length,
    hits: bestOf(blockIds, shares[index] ?? 0, ranks).map((blockId) => read(source, blockId)),
  }));
  return { sources, total, sourceTotal: found.length, problem: null };
}

/** The blocks that hold all that is wanted, by source. */
function findBlocks(database: DatabaseSync, query: SearchQuery, sourceId: SourceId | undefined): FoundSource[] {
  const statement = database.prepare("SELECT rowid FROM block_search WHERE words MATCH ? ORDER BY rowid");
  statement.setReturnArrays(true);
  const sources = searchedSources(database);
  const found: FoundSource[] = [];
  let at = 0;
  for (const row of statement.all(matchExpression(query))) {
    // The statement answers arrays, which its type does not say.
    const [id] = row as unknown as [number];
    while ((sources[at]?.lastBlockId ?? Number.POSITIVE_INFINITY) < id) at += 1;
    const source = sources[at];
    if (!source || id < source.firstBlockId) continue;
    if (sourceId === undefined ? !source.isInForce : source.sourceId !== sourceId) continue;
    const last = found.at(-1);
    if (last?.source === source) last.blockIds.push(id);
    else found.push({ source, blockIds: [id] });
  }
  return found;
}

/** How well each block answers the query: the smaller, the better (https://www.sqlite.org/fts5.html#the_bm25_function). */
function ranksOf(database: DatabaseSync, query: SearchQuery): Map<number, number> {
  const rows = database.prepare("SELECT rowid, rank FROM block_search WHERE words MATCH ?").all(matchExpression(query));
  return new Map(rows.map(({ rowid, rank }) => [Number(rowid), Number(rank)]));
}

/** The source with the best block first. */
function bestFirst(found: readonly FoundSource[], ranks: ReadonlyMap<number, number>): FoundSource[] {
  const best = new Map(found.map((each) => [each, Math.min(...each.blockIds.map((id) => ranks.get(id) ?? 0))]));
  return found.toSorted((a, b) => (best.get(a) ?? 0) - (best.get(b) ?? 0));
}

function mostFirst(found: readonly FoundSource[]): FoundSource[] {
  return found.toSorted((a, b) => b.blockIds.length - a.blockIds.length);
}

/** The best blocks of a source, in the order of its text; its first ones where none is better than another. */
function bestOf(blockIds: readonly number[], count: number, ranks: ReadonlyMap<number, number> | null): number[] {
  if (!ranks || blockIds.length <= count) return blockIds.slice(0, count);
  return blockIds
    .toSorted((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0))
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** What makes a hit of a block. */
function hitReader(database: DatabaseSync, query: SearchQuery): (source: SearchedSource, blockId: number) => SearchHit {
  const readBlock = blockReader(database);
  return ({ sourceId, reading, firstBlockId }, blockId) => {
    const block = readBlock(blockId);
    const outline = textOutline(database, sourceId, reading);
    const position = blockId - firstBlockId;
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
  };
}
