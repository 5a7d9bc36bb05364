/** What became of each excerpt when another text took the place of its source's, with the words around it. */
import { type Excerpt, hasPlace } from "../../core/excerpt/excerpt.ts";
import { likelyPlaces } from "../../core/excerpt/likely-places.ts";
import type { TextPositionSelector } from "../../core/excerpt/selectors.ts";
import { createTextIndex } from "../../core/excerpt/text-index.ts";
import { type Block, canonicalText } from "../../core/source/block.ts";
import { locatorLabel } from "../../core/source/locator.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { PassageInContext, Reanchored } from "../../ipc/replacement.ts";
import { selectorsWhereHeld } from "./find-again.ts";

const CONTEXT_UTF16 = 90;
const MOST_CANDIDATES = 5;

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
  const index = createTextIndex(canonicalText(blocks));
  return now
    .map((excerpt, place): Reanchored | null => {
      const old = before[place];
      if (!old || excerpt.removed) return null;
      const heldBy = excerpt.earlier === null ? blocksBefore : earlierBlocks(excerpt.earlier.sourceId);
      const { position } = excerpt.earlier ?? selectorsWhereHeld(old);
      const candidates = (): TextPositionSelector[] =>
        likelyPlaces(index, { ...excerpt.selectors, position }, canonicalText(heldBy), MOST_CANDIDATES);
      const places = hasPlace(excerpt) ? [excerpt.selectors.position] : candidates();
      return {
        excerptId: excerpt.id,
        state: excerpt.state,
        old: passageInContext(heldBy, position),
        now: places.map((each) => passageInContext(blocks, each)),
      };
    })
    .filter((line) => line !== null)
    .toSorted((a, b) => a.old.fromUtf16 - b.old.fromUtf16);
}

/** A passage with some of the text on either side, cut between words. */
export function passageInContext(blocks: readonly Block[], { start, end }: TextPositionSelector): PassageInContext {
  const text = canonicalText(blocks);
  const before = text.slice(Math.max(0, start - CONTEXT_UTF16), start);
  const after = text.slice(end, end + CONTEXT_UTF16);
  return {
    fromUtf16: start,
    toUtf16: end,
    before: start > CONTEXT_UTF16 ? before.replace(/^\S*\s/u, "") : before,
    words: text.slice(start, end),
    after: end + CONTEXT_UTF16 < text.length ? after.replace(/\s\S*$/u, "") : after,
    locator: locatorLabel(blocks, start, end),
  };
}
