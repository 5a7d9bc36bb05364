// Texts as the review reads them, of words or of the shared articles, and how well found credits meet the labelled ones.
import { readdirSync, readFileSync } from "node:fs";
import type { Credit } from "../../src/core/review/origins/credit.ts";
import { type ReviewedText, reviewedBlocks } from "../../src/core/review/reviewed-text.ts";
import { type Block, canonicalText } from "../../src/core/source/block.ts";
import { EMPTY_METADATA, type Metadata } from "../../src/core/source/metadata.ts";
import { sourceIdSchema } from "../../src/core/source/source.ts";
import { splitPlainText } from "../../src/core/source/split-plain-text.ts";
import { readArticle, SHARED_ARTICLES } from "./read-article.ts";

export function reviewedText(
  id: string,
  blocks: readonly Pick<Block, "kind" | "text">[],
  metadata: Partial<Metadata> = {},
  name = id,
): ReviewedText {
  return {
    sourceId: sourceIdSchema.parse(id),
    text: canonicalText(blocks),
    blocks: reviewedBlocks(blocks),
    name,
    metadata: { ...EMPTY_METADATA, ...metadata },
  };
}

/** Words as if they had been imported as a text file, without what importing finds out about them. */
export function reviewedPlainText(id: string, text: string): ReviewedText {
  return reviewedText(id, splitPlainText(text));
}

/** English words of which each line is a paragraph. */
export function paragraphsOf(id: string, text: string, published: string | null = null): ReviewedText {
  const blocks = text.split("\n").map((line) => ({ kind: "paragraph" as const, text: line }));
  return reviewedText(id, blocks, { published, language: "en" });
}

/** The shared articles, each under the first three signs of its file's name. */
export async function sharedArticles(): Promise<(ReviewedText & { readonly file: string })[]> {
  const articles = [];
  for (const file of readdirSync(SHARED_ARTICLES).sort()) {
    const { blocks, metadata } = await readArticle(file, readFileSync(new URL(file, SHARED_ARTICLES)));
    articles.push({ ...reviewedText(file.slice(0, 3), blocks, metadata, metadata.title ?? file), file });
  }
  return articles;
}

export type LabelledCredit = Pick<Credit, "name" | "kind" | "how"> & { fromUtf16: number; toUtf16: number };

/** A found credit is right where it overlaps a labelled one of that name, credited in that way; each counts once. */
export function meetCredits(found: readonly Credit[], labelled: readonly LabelledCredit[]) {
  const open = [...labelled];
  const wrong: Credit[] = [];
  for (const credit of found) {
    const at = open.findIndex(
      (label) =>
        label.name === credit.name &&
        label.how === credit.how &&
        label.fromUtf16 < credit.place.toUtf16 &&
        credit.place.fromUtf16 < label.toUtf16,
    );
    if (at < 0) wrong.push(credit);
    else open.splice(at, 1);
  }
  const right = found.length - wrong.length;
  return { right, wrong, missed: open, found: found.length, labelled: labelled.length };
}
