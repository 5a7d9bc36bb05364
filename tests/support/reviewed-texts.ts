// Texts as the review reads them, of words or of the shared articles, and how well found credits meet the labelled ones.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { Credit } from "../../src/core/review/origins/credit.ts";
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { type Block, blockStarts } from "../../src/core/source/block.ts";
import type { Metadata } from "../../src/core/source/metadata.ts";
import { EMPTY_METADATA } from "../../src/core/source/metadata.ts";
import { sourceIdSchema } from "../../src/core/source/source.ts";
import { readText } from "../../src/engine/readers/text-reader.ts";

export function reviewedText(
  id: string,
  blocks: readonly Pick<Block, "kind" | "text">[],
  metadata: Partial<Metadata> = {},
  name = id,
): ReviewedText {
  const starts = blockStarts(blocks);
  return {
    sourceId: sourceIdSchema.parse(id),
    text: blocks.map(({ text }) => text).join("\n"),
    blocks: blocks.map(({ kind, text }, index) => {
      const fromUtf16 = starts[index] ?? 0;
      return { kind, fromUtf16, toUtf16: fromUtf16 + text.length };
    }),
    name,
    metadata: { ...EMPTY_METADATA, ...metadata },
  };
}

/** A text as importing it would make it. */
export async function importedText(id: string, fileName: string, bytes: Uint8Array): Promise<ReviewedText> {
  const request = { fileName, bytes, encoding: null, importedOn: "2026-05-20", password: null, extraction: null };
  const { blocks, metadata } = await readText(request, () => {});
  const text = reviewedText(id, blocks, metadata, metadata.title ?? fileName);
  return text;
}

const SHARED = new URL("../../../shared/sources/", import.meta.url);
export const hasSharedArticles: boolean = existsSync(SHARED);

/** The shared articles, each under the first three signs of its file's name. */
export async function sharedArticles(): Promise<(ReviewedText & { readonly file: string })[]> {
  const articles = [];
  for (const file of readdirSync(SHARED).sort()) {
    const text = await importedText(file.slice(0, 3), file, readFileSync(new URL(file, SHARED)));
    articles.push({ ...text, file });
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
