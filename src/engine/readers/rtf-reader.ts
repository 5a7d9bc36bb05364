/**
 * Reads Rich Text Format: what Word, WordPad, LibreOffice and Outlook write as .rtf. The text is as if all tracked
 * changes were accepted; the changes and the comments are kept beside it.
 */

import type { Block } from "../../core/source/block.ts";
import { withDeclared } from "../../core/source/declared-metadata.ts";
import { detectMetadata } from "../../core/source/detect-metadata.ts";
import type { MetadataSuggestion } from "../../core/source/metadata.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { hasManyControls } from "./detect-binary.ts";
import { detectLanguage } from "./detect-language.ts";
import { allHidden } from "./hidden-text.ts";
import { blocksOfHtml } from "./html/html-to-blocks.ts";
import { parseHtml } from "./html/parse-html.ts";
import type { Reader } from "./reader.ts";
import { unwrapHtml, wrapsHtml } from "./rtf/rtf-html.ts";
import { type RtfInformation, RtfInterpreter } from "./rtf/rtf-interpreter.ts";

const MEBIBYTE = 1024 * 1024;
/** RTF writes a picture as twice its bytes, so files with pictures are long; the text in them is not. */
const MAX_RTF_BYTES = 512 * MEBIBYTE;
/** What some programs write before the first brace: white space or a byte order mark. */
const MAX_LEAD_BYTES = 64;

function startOf(bytes: Uint8Array, fileName: string): number {
  const lead = Buffer.from(bytes.subarray(0, MAX_LEAD_BYTES)).toString("latin1");
  const start = lead.search(/\{\\rtf/u);
  if (start >= 0 && /^(?:\u00ef\u00bb\u00bf)?\s*$/u.test(lead.slice(0, start))) return start;
  throw new AttacheError(
    "file-damaged",
    `${fileName} does not start as an RTF file does and was not imported. Open it in Word and save it again.`,
  );
}

interface RtfContent {
  readonly blocks: Block[];
  readonly information: RtfInformation | null;
  readonly warnings: string[];
}

function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count.toLocaleString("en-GB")} ${many}`;
}

function warnRevisions(blocks: readonly Block[]): string[] {
  const revisions = blocks.flatMap((block) => block.revisions ?? []);
  const comments = revisions.filter(({ kind }) => kind === "comment").length;
  const changes = revisions.length - comments;
  const warnings: string[] = [];
  if (changes > 0) {
    const are = changes === 1 ? "is" : "are";
    warnings.push(
      `There ${are} ${counted(changes, "tracked change", "tracked changes")}: the text is shown as if all were accepted`,
    );
  }
  if (comments > 0) warnings.push(`There ${comments === 1 ? "is" : "are"} ${counted(comments, "comment", "comments")}`);
  return warnings;
}

function readDocument(bytes: Uint8Array, start: number, fileName: string): RtfContent {
  const interpreter = new RtfInterpreter(bytes, start, fileName);
  const blocks = interpreter.read();
  const warnings = warnRevisions(blocks);
  warnings.push(...interpreter.hidden.warnings);
  const { isTruncated, isUnbalanced } = interpreter.walker;
  if (isUnbalanced) warnings.push("The file is damaged (its braces do not match): look whether the text is whole");
  else if (isTruncated) warnings.push("The file ends in the middle: what came after is lost");
  if (blocks.length === 0 && isTruncated) {
    throw new AttacheError(
      "file-damaged",
      `${fileName} breaks off before its text begins and was not imported. Ask for the file again.`,
    );
  }
  if (blocks.length === 0 && interpreter.hidden.words > 0) throw allHidden(fileName);
  return { blocks, information: interpreter.information, warnings };
}

function suggestCreated(
  information: RtfInformation | null,
  others: readonly MetadataSuggestion[],
): MetadataSuggestion[] {
  const created = information?.created ?? null;
  if (created === null || others.some(({ field, value }) => field === "published" && value === created)) return [];
  return [{ field: "published", value: created, reason: "The document was created on that day" }];
}

function hasBinary(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes("\\bin");
}

function damaged(fileName: string): AttacheError {
  return new AttacheError(
    "file-damaged",
    `${fileName} is damaged: what should be its text cannot be read. Ask for it anew, or open it in Word and save it again.`,
  );
}

/** Throws AttacheError: `file-too-large`, `file-damaged`, `file-too-complex` or `file-empty`. */
export const readRtf: Reader = async ({ fileName, bytes, importedOn }) => {
  if (bytes.length > MAX_RTF_BYTES) {
    throw new AttacheError(
      "file-too-large",
      `${fileName} is larger than ${MAX_RTF_BYTES / MEBIBYTE} MB. Remove its pictures, or import only the part that you need.`,
    );
  }
  const start = startOf(bytes, fileName);
  // All of RTF but what follows \bin is text.
  if (hasManyControls(bytes) && !hasBinary(bytes)) throw damaged(fileName);
  const content: RtfContent = wrapsHtml(bytes)
    ? { blocks: blocksOfHtml(parseHtml(unwrapHtml(bytes, start, fileName)).body), information: null, warnings: [] }
    : readDocument(bytes, start, fileName);
  const { blocks, information, warnings } = content;
  if (blocks.length === 0) throw new AttacheError("file-empty", `${fileName} is empty: it has no text to import.`);
  const language = detectLanguage(blocks.map((block) => block.text).join("\n"));
  const detected = detectMetadata(blocks, { fileName, importedOn, language });
  const author = information?.author.trim() ?? "";
  const { metadata, suggestions } = withDeclared(
    { title: information?.title.trim() || null, authors: author === "" ? [] : [author] },
    detected,
  );
  return {
    format: "rtf",
    blocks,
    metadata,
    suggestions:
      metadata.published === null ? [...suggestions, ...suggestCreated(information, suggestions)] : suggestions,
    warnings,
    encoding: null,
    byteOrderMark: false,
    extraction: null,
    pages: [],
    attachments: [],
  };
};
