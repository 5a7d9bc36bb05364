/**
 * Reading a source again in another encoding: its text changes, what the user entered stays, its excerpts are found again.
 */
import { type Anchor, anchorExcerpt } from "../../core/excerpt/anchor.ts";
import type { Excerpt, ExcerptId } from "../../core/excerpt/excerpt.ts";
import { placeOfPassage } from "../../core/excerpt/passage-place.ts";
import { type Block, canonicalText } from "../../core/source/block.ts";
import type { Metadata } from "../../core/source/metadata.ts";
import type { Encoding, Source, SourceId } from "../../core/source/source.ts";
import { listExcerpts, putExcerpt } from "../project/excerpt-table.ts";
import { getSource, readBlocks, readBytes, updateReading } from "../project/source-tables.ts";
import { edit, type Session } from "../session.ts";
import { readingOf } from "./import-files.ts";

/** Answers the source as it is now, and its excerpts with the state in which they were found. */
export async function setEncoding(
  session: Session,
  sourceId: SourceId,
  encoding: Encoding,
): Promise<{ source: Source; excerpts: Excerpt[] }> {
  const { database } = session;
  const { fileName, sha256, importedAt } = getSource(database, sourceId).source;
  const textBefore = canonicalText(readBlocks(database, sourceId));
  const known = excerptsOf(session, sourceId);
  const { source: read, anchors } = await session.readers.readAndAnchor(
    { fileName, bytes: readBytes(database, sha256), encoding, importedOn: importedAt.slice(0, 10) },
    { selectors: known.map(({ selectors }) => selectors), textBefore },
  );
  const anchorOf = new Map<ExcerptId, Anchor | undefined>(known.map(({ id }, index) => [id, anchors[index]]));
  // Asked for again: the user may have edited it while it was read, and kept further excerpts.
  const before = getSource(database, sourceId);
  const metadata = keepEdits(before.source.metadata, before.detected, read.metadata);
  const source: Source = { ...before.source, ...readingOf(read), metadata };
  const text = canonicalText(read.blocks);
  const excerpts = excerptsOf(session, sourceId).map((excerpt) => {
    const anchor = anchorOf.get(excerpt.id) ?? anchorExcerpt(text, excerpt.selectors, textBefore);
    return moveExcerpt(excerpt, anchor, read.blocks);
  });
  edit(session, () => {
    updateReading(database, { source, detected: read.metadata }, read.blocks);
    for (const excerpt of excerpts) putExcerpt(database, excerpt);
  });
  return { source, excerpts };
}

function excerptsOf({ database }: Session, sourceId: SourceId): Excerpt[] {
  return listExcerpts(database).filter((excerpt) => excerpt.sourceId === sourceId);
}

/** A field that the user changed keeps the user's value; the others follow the new reading. */
function keepEdits(current: Metadata, detectedBefore: Metadata, detectedNow: Metadata): Metadata {
  const edited = Object.entries(current).filter(
    ([field, value]) =>
      JSON.stringify(value) !== JSON.stringify(Object.entries(detectedBefore).find(([key]) => key === field)?.[1]),
  );
  return { ...detectedNow, ...Object.fromEntries(edited) };
}

/** An excerpt that is lost or ambiguous keeps its old selectors: its words are still what the user chose. */
function moveExcerpt(excerpt: Excerpt, anchor: Anchor, blocks: readonly Block[]): Excerpt {
  if (!("selectors" in anchor)) return { ...excerpt, state: anchor.state };
  const { start, end } = anchor.selectors.position;
  return { ...excerpt, state: anchor.state, selectors: anchor.selectors, ...placeOfPassage(blocks, start, end) };
}
