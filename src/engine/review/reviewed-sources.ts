/** The sources of a project as the review is given them, and by what it is known that one is another than before. */
import type { DatabaseSync } from "node:sqlite";
import { type ReviewedText, reviewedBlocks } from "../../core/review/reviewed-text.ts";
import { canonicalText } from "../../core/source/block.ts";
import { isInForce, type Source, type SourceId } from "../../core/source/source.ts";
import { sourceName } from "../../core/source/source-name.ts";
import { firstBlockId, readPlainBlocks } from "../project/text-tables.ts";

/** The sources in force with what makes each what it is: its text as it was read, its details as they are now. */
export function identitiesOf(database: DatabaseSync, sources: readonly Source[]): Map<SourceId, string> {
  const firstOf = firstBlockId(database);
  return new Map(
    sources.filter(isInForce).map((source) => {
      const { id, sha256, encoding, extraction, blockCount, characterCount } = source;
      // A text that was read anew has rows of its own, also where the same came of it.
      const text = [firstOf(id), sha256, encoding, extraction, blockCount, characterCount];
      return [id, JSON.stringify([text, sourceName(source), detailsOf(source)])];
    }),
  );
}

export function readReviewedText(database: DatabaseSync, source: Source): ReviewedText {
  const blocks = readPlainBlocks(database, source.id);
  return {
    sourceId: source.id,
    text: canonicalText(blocks),
    blocks: reviewedBlocks(blocks),
    name: sourceName(source),
    metadata: detailsOf(source),
  };
}

function detailsOf({ metadata }: Source): ReviewedText["metadata"] {
  const { publisher, published, agencies, language, authors, url } = metadata;
  return { publisher, published, agencies, language, authors, url };
}
