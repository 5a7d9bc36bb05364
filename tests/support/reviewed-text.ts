/** A source as the review reads it, made of plain text: a line is a paragraph. */
import type { ReviewedText } from "../../src/core/review/reviewed-text.ts";
import { sourceIdSchema } from "../../src/core/source/source.ts";

export function paragraphsOf(id: string, text: string, published: string | null = null): ReviewedText {
  let at = 0;
  const blocks = text.split("\n").map((line) => {
    const block = { kind: "paragraph" as const, fromUtf16: at, toUtf16: at + line.length };
    at += line.length + 1;
    return block;
  });
  const metadata = { publisher: null, published, agencies: [], language: "en", authors: [], url: null };
  return { sourceId: sourceIdSchema.parse(id), text, blocks, name: id, metadata };
}
