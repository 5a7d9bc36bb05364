/**
 * Reads plain text files: .txt, .md, and whatever else is text. Bytes in, blocks and metadata out.
 */
import { detectMetadata } from "../../core/source/detect-metadata.ts";
import { splitPlainText } from "../../core/source/split-plain-text.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { decodeText } from "./decode-text.ts";
import { detectLanguage } from "./detect-language.ts";
import type { Reader } from "./reader.ts";
import { MAX_TEXT_BYTES, tooLarge } from "./size-limit.ts";

/** Throws AttacheError: `file-too-large`, `file-not-text` or `file-empty`. */
export const readText: Reader = async ({ fileName, bytes, encoding: chosen, importedOn }) => {
  if (bytes.length > MAX_TEXT_BYTES) throw tooLarge(fileName, bytes.length);
  const { text, encoding, byteOrderMark, warnings } = decodeText(bytes, fileName, chosen);
  const blocks = splitPlainText(text);
  if (blocks.length === 0) throw new AttacheError("file-empty", `${fileName} is empty: it has no text to import.`);
  const language = detectLanguage(blocks.map((block) => block.text).join("\n"));
  const { metadata, suggestions } = detectMetadata(blocks, { fileName, importedOn, language });
  return {
    format: "text",
    blocks,
    metadata,
    suggestions,
    warnings,
    encoding,
    byteOrderMark,
    extraction: null,
    pages: [],
    attachments: [],
  };
};
