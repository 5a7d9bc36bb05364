/** What became of each excerpt when another text took the place of its source's, with the words around it. */
import { type Excerpt, hasPlace } from "../../core/excerpt/excerpt.ts";
import { likelyPlaces } from "../../core/excerpt/likely-places.ts";
import type { TextPositionSelector } from "../../core/excerpt/selectors.ts";
import { createTextIndex, type TextIndex } from "../../core/excerpt/text-index.ts";
import { type Block, canonicalText } from "../../core/source/block.ts";
import { locatorLabel } from "../../core/source/locator.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { ResultOf } from "../../ipc/engine-contract.ts";
import type { PassageInContext, Reanchored } from "../../ipc/replacement.ts";
import type { Parsed } from "../parsed.ts";
import { getSource } from "../project/source-tables.ts";
import { readBlocks } from "../project/text-tables.ts";
import type { Session } from "../session.ts";
import { excerptsOf, selectorsWhereHeld } from "./find-again.ts";

const CONTEXT_UTF16 = 90;
const MOST_CANDIDATES = 5;

/** A text to be read from many times: made whole once. */
interface ReadableText {
  readonly blocks: readonly Block[];
  readonly index: TextIndex;
}

interface Reported {
  /** The text in force now, and the one before. */
  readonly blocks: readonly Block[];
  readonly blocksBefore: readonly Block[];
  /** The excerpts before and now, in the same order. */
  readonly before: readonly Excerpt[];
  readonly now: readonly Excerpt[];
  /** The text of an earlier version. */
  readonly earlierBlocks: (versionId: SourceId) => readonly Block[];
}

/** One line for each excerpt that the user keeps, in the order of the text before. */
export function reportOf({ blocks, blocksBefore, before, now, earlierBlocks }: Reported): Reanchored[] {
  const text = readable(blocks);
  const textBefore = readable(blocksBefore);
  const earlierTexts = new Map<SourceId, ReadableText>();
  const textOf = (id: SourceId): ReadableText => {
    const known = earlierTexts.get(id) ?? readable(earlierBlocks(id));
    earlierTexts.set(id, known);
    return known;
  };
  return now
    .map((excerpt, place): Reanchored | null => {
      const old = before[place];
      if (!old || excerpt.removedAt !== null) return null;
      const held = old.earlier === null ? textBefore : textOf(old.earlier.sourceId);
      const { position } = selectorsWhereHeld(old);
      const candidates = (): TextPositionSelector[] =>
        likelyPlaces(text.index, { ...excerpt.selectors, position }, held.index.text, MOST_CANDIDATES);
      const places = hasPlace(excerpt) ? [excerpt.selectors.position] : candidates();
      return {
        excerptId: excerpt.id,
        state: excerpt.state,
        old: passageInContext(held, position),
        now: places.map((each) => passageInContext(text, each)),
      };
    })
    .filter((line) => line !== null)
    .toSorted((a, b) => a.old.fromUtf16 - b.old.fromUtf16);
}

function readable(blocks: readonly Block[]): ReadableText {
  return { blocks, index: createTextIndex(canonicalText(blocks)) };
}

/** A passage with some of its own block on either side, cut between words. */
function passageInContext({ blocks, index: { text } }: ReadableText, position: TextPositionSelector): PassageInContext {
  const { start, end } = position;
  const blockStart = text.lastIndexOf("\n", start - 1) + 1;
  const blockEnd = text.indexOf("\n", end);
  const from = Math.max(blockStart, start - CONTEXT_UTF16);
  const to = Math.min(blockEnd === -1 ? text.length : blockEnd, end + CONTEXT_UTF16);
  const [before, after] = [text.slice(from, start), text.slice(end, to)];
  return {
    fromUtf16: start,
    toUtf16: end,
    before: from > blockStart ? before.replace(/^\S*\s/u, "") : before,
    words: text.slice(start, end),
    after: to === end + CONTEXT_UTF16 ? after.replace(/\s\S*$/u, "") : after,
    locator: locatorLabel(blocks, start, end),
  };
}

/** The excerpts of a source that rest on an earlier version, reported as they were when it was replaced. */
export function reviewExcerpts(session: Session, { sourceId }: Parsed<"reviewExcerpts">): ResultOf<"reviewExcerpts"> {
  const { database } = session;
  getSource(database, sourceId);
  const excerpts = excerptsOf(session, sourceId).filter(({ earlier }) => earlier !== null);
  return {
    report: reportOf({
      blocks: readBlocks(database, sourceId),
      blocksBefore: [],
      before: excerpts,
      now: excerpts,
      earlierBlocks: (id) => readBlocks(database, id),
    }),
  };
}
