/**
 * Reads Markdown: clean text with its emphasis, links and notes as spans, and the place of each block in the file. What
 * is too long or too intricate for that is read as plain text, which is said.
 */
import type { Block } from "../../core/source/block.ts";
import { detectMetadata } from "../../core/source/detect-metadata.ts";
import { decodeText } from "./decode-text.ts";
import { detectLanguage } from "./detect-language.ts";
import { separateFrontMatter } from "./markdown/front-matter-text.ts";
import { blocksOfMarkdown } from "./markdown/markdown-to-blocks.ts";
import { parseMarkdown } from "./markdown/parse-markdown.ts";
import type { Reader } from "./reader.ts";
import { MAX_TEXT_BYTES, tooLarge } from "./size-limit.ts";
import { readText } from "./text-reader.ts";

const READ_AS_PLAIN_TEXT =
  "It is too long or too intricate to be read as Markdown, and was read as plain text: its marks are part of the text";

/** Throws AttacheError: `file-too-large`, `file-not-text` or `file-empty`. */
export const readMarkdown: Reader = async (request, report) => {
  const { fileName, bytes, encoding: chosen, importedOn } = request;
  if (bytes.length > MAX_TEXT_BYTES) throw tooLarge(fileName, bytes.length);
  const { text, encoding, byteOrderMark, warnings } = decodeText(bytes, fileName, chosen);
  const front = separateFrontMatter(text);
  const parsed = parseMarkdown(text.slice(front.toUtf16));
  const blocks = parsed && blocksOfMarkdown(parsed).map((block) => movedBy(block, front.toUtf16));
  // Where everything is marks, such as the addresses of links, they are what there is to read.
  if (blocks === null || blocks.length === 0) {
    const plain = await readText(request, report);
    const added = blocks === null ? [READ_AS_PLAIN_TEXT] : [];
    return { ...plain, format: "markdown", warnings: [...plain.warnings, ...added] };
  }
  const language = detectLanguage(blocks.map((block) => block.text).join("\n"));
  // What the front matter says is found where the detection looks for it: in the first lines.
  const lines = front.lines.map((line): Block => ({ kind: "paragraph", text: line, level: null }));
  return {
    format: "markdown",
    blocks,
    ...detectMetadata([...lines, ...blocks], { fileName, importedOn, language }),
    warnings: [...warnings, ...front.warnings],
    encoding,
    byteOrderMark,
    extraction: null,
    pages: [],
    attachments: [],
  };
};

function movedBy(block: Block, lengthUtf16: number): Block {
  if (!block.origin || lengthUtf16 === 0) return block;
  const { fromUtf16, toUtf16 } = block.origin;
  return { ...block, origin: { fromUtf16: fromUtf16 + lengthUtf16, toUtf16: toUtf16 + lengthUtf16 } };
}
