/**
 * Finding the excerpts of a source again in another text of it. Each is looked for from the text that holds its words:
 * the one in force, or an earlier version. Must never settle an excerpt on other words.
 */
import { type Anchor, createAnchorer } from "../../core/excerpt/anchor.ts";
import type { Excerpt, ExcerptId } from "../../core/excerpt/excerpt.ts";
import { placeOfPassage } from "../../core/excerpt/passage-place.ts";
import type { Selectors } from "../../core/excerpt/selectors.ts";
import { createTextIndex } from "../../core/excerpt/text-index.ts";
import { canonicalText } from "../../core/source/block.ts";
import type { PageLabels } from "../../core/source/locator.ts";
import type { SourceId } from "../../core/source/source.ts";
import { listExcerpts } from "../project/excerpt-table.ts";
import { readBlocks } from "../project/text-tables.ts";
import type { ReadSource } from "../readers/reader.ts";
import type { Passages } from "../readers/reader-pool.ts";
import type { Session } from "../session.ts";

/** All excerpts of a source, also the removed ones: a citation may rest on one. */
export function excerptsOf({ database }: Session, sourceId: SourceId): Excerpt[] {
  return listExcerpts(database).filter((excerpt) => excerpt.sourceId === sourceId);
}

/** The passages that one text holds, and the excerpts that they are of, in the same order. */
export interface HeldPassages {
  readonly heldBy: SourceId;
  readonly excerptIds: readonly ExcerptId[];
  readonly passages: Passages;
}

/** The excerpts' passages by the text that holds their words, the source in force always among them. */
export function passagesOf({ database }: Session, sourceId: SourceId, excerpts: readonly Excerpt[]): HeldPassages[] {
  const holders = new Set([sourceId, ...excerpts.map((excerpt) => holderOf(excerpt))]);
  return [...holders].map((heldBy) => {
    const held = excerpts.filter((excerpt) => holderOf(excerpt) === heldBy);
    const textBefore = canonicalText(readBlocks(database, heldBy));
    return {
      heldBy,
      excerptIds: held.map(({ id }) => id),
      passages: { selectors: held.map(selectorsWhereHeld), textBefore },
    };
  });
}

/** The source, or the earlier version of it, in which an excerpt has its words. */
function holderOf({ earlier, sourceId }: Excerpt): SourceId {
  return earlier?.sourceId ?? sourceId;
}

/** The selectors of an excerpt in the text that holds its words. */
export function selectorsWhereHeld({ earlier, selectors }: Excerpt): Selectors {
  return earlier === null ? selectors : { ...selectors, position: earlier.position };
}

/** Answers where each excerpt is in a text: as it was found, or looked for now where it was kept in the meantime. */
export function placedIn(
  text: string,
  known: readonly HeldPassages[],
  anchors: readonly (readonly Anchor[])[],
  textsBefore: ReadonlyMap<SourceId, string>,
): (excerpt: Excerpt) => Anchor {
  const found = new Map<ExcerptId, Anchor>();
  for (const [group, { excerptIds }] of known.entries()) {
    for (const [index, id] of excerptIds.entries()) {
      const anchor = anchors[group]?.[index];
      if (anchor) found.set(id, anchor);
    }
  }
  return (excerpt) => {
    const before = textsBefore.get(holderOf(excerpt)) ?? "";
    return (
      found.get(excerpt.id) ??
      createAnchorer(createTextIndex(text), createTextIndex(before))(selectorsWhereHeld(excerpt))
    );
  };
}

export interface NewText {
  readonly read: Pick<ReadSource, "blocks">;
  readonly labels: PageLabels;
  /** The version that was in force before. */
  readonly versionId: SourceId;
}

/**
 * The excerpt as it stands in a new text. One whose words are not surely there keeps them, and names the earlier version
 * that holds them; where it is lost or ambiguous, its selectors are the old ones.
 */
export function moveExcerpt(excerpt: Excerpt, anchor: Anchor, { read, labels, versionId }: NewText): Excerpt {
  const earlier = excerpt.earlier ?? { sourceId: versionId, position: excerpt.selectors.position };
  if (!("selectors" in anchor)) return { ...excerpt, state: anchor.state, earlier };
  const { start, end } = anchor.selectors.position;
  const place = placeOfPassage(read.blocks, start, end, labels);
  const isHeld = anchor.state === "exact" || anchor.state === "moved";
  return {
    ...excerpt,
    state: anchor.state,
    selectors: anchor.selectors,
    // A note says where the words stand that it quotes: of a changed passage, that is the version before.
    ...(isHeld ? place : {}),
    earlier: isHeld ? null : earlier,
  };
}
