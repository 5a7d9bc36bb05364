/**
 * The words around cited passages, from the text that each stands in. Reads each source once.
 */
import type { DatabaseSync } from "node:sqlite";
import type { Surroundings } from "../../core/citation/evidence.ts";
import { type Excerpt, type ExcerptId, hasPlace } from "../../core/excerpt/excerpt.ts";
import { canonicalText } from "../../core/source/block.ts";
import type { SourceId } from "../../core/source/source.ts";
import { readBlocks } from "../project/text-tables.ts";

/** How much is shown on each side: some forty words. */
const REACH_UTF16 = 240;
const NOTHING: Surroundings = { before: "", after: "" };

/** What stands around an excerpt in its source, in whole words; nothing where its place is not known. */
export function surroundingsIn(
  database: DatabaseSync,
  excerpts: readonly Excerpt[],
): (excerptId: ExcerptId) => Surroundings {
  const byId = new Map(excerpts.map((excerpt) => [excerpt.id, excerpt]));
  const texts = new Map<SourceId, string>();
  const textOf = (sourceId: SourceId): string => {
    const text = texts.get(sourceId) ?? canonicalText(readBlocks(database, sourceId));
    texts.set(sourceId, text);
    return text;
  };
  return (excerptId) => {
    const excerpt = byId.get(excerptId);
    if (!excerpt) return NOTHING;
    const { earlier, sourceId, selectors } = excerpt;
    if (!(earlier || hasPlace(excerpt))) return NOTHING;
    const { start, end } = earlier?.position ?? selectors.position;
    return around(textOf(earlier?.sourceId ?? sourceId), start, end);
  };
}

/** Up to the nearest word within reach, so that no word is cut. */
function around(text: string, start: number, end: number): Surroundings {
  const from = Math.max(0, start - REACH_UTF16);
  const to = Math.min(text.length, end + REACH_UTF16);
  const before = text.slice(from, start);
  const after = text.slice(end, to);
  return {
    before: from === 0 ? before : before.replace(/^\S*\s/u, ""),
    after: to === text.length ? after : after.replace(/\s\S*$/u, ""),
  };
}
