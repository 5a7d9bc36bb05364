/**
 * Reads Word documents (.docx, .docm, .dotx, .dotm): the text as if all tracked changes were accepted, with changes and
 * comments beside it. Must not run, fetch or follow anything that a document holds.
 */
import type { Block } from "../../core/source/block.ts";
import { withDeclared } from "../../core/source/declared-metadata.ts";
import { EMPTY_METADATA, type MetadataSuggestion } from "../../core/source/metadata.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { type DocxProperties, readDocxProperties } from "./docx/docx-metadata.ts";
import { openDocx } from "./docx/docx-package.ts";
import { docxWarnings } from "./docx/docx-warnings.ts";
import { readDocument } from "./docx/read-document.ts";
import { allHidden } from "./hidden-text.ts";
import type { Reader, ReadRequest } from "./reader.ts";

/** Of the time that it takes, this share is gone when the text is there: the rest is for its metadata. */
const TEXT_SHARE = 0.6;

/** Throws AttacheError: `file-damaged`, `file-too-complex`, `file-unsupported` (encrypted) or `file-empty`. */
export const readDocx: Reader = async (request, report) => {
  const { fileName, bytes } = request;
  const docx = await openDocx(bytes, fileName);
  const { blocks, counts, hidden } = await readDocument(docx, fileName);
  report(TEXT_SHARE);
  if (blocks.length === 0) throw hidden.words > 0 ? allHidden(fileName) : empty(fileName);
  return {
    format: "docx",
    blocks,
    ...(await detailsOf(blocks, docx, request)),
    warnings: docxWarnings(blocks, counts, hidden),
    encoding: null,
    byteOrderMark: false,
    extraction: null,
    pages: [],
    attachments: [],
  };
};

async function detailsOf(
  blocks: readonly Block[],
  docx: Parameters<typeof readDocxProperties>[0],
  request: ReadRequest,
) {
  if (request.textOnly) return { metadata: EMPTY_METADATA, suggestions: [] };
  return metadataOf(blocks, await readDocxProperties(docx), request);
}

async function metadataOf(blocks: readonly Block[], properties: DocxProperties, { fileName, importedOn }: ReadRequest) {
  // Loaded when they are needed: the tables of languages take as long to load as many a document to read.
  const { detectLanguage } = await import("./detect-language.ts");
  const { detectMetadata } = await import("../../core/source/detect-metadata.ts");
  // Notes and running heads say little of the document, and they stand where a text is signed.
  const text = blocks.filter(({ kind }) => kind !== "note" && kind !== "running-head");
  const language = properties.declared.language ?? detectLanguage(text.map((block) => block.text).join("\n"));
  const detected = detectMetadata(text, { fileName, importedOn, language });
  const { metadata, suggestions } = withDeclared(properties.declared, detected);
  const isNew = ({ field, value }: MetadataSuggestion): boolean =>
    metadata[field] === null && !suggestions.some((each) => each.field === field && each.value === value);
  return { metadata, suggestions: [...suggestions, ...properties.suggestions.filter(isNew)] };
}

function empty(fileName: string): AttacheError {
  return new AttacheError("file-empty", `${fileName} has no text to import. If it is a scan, ask for it as text.`);
}
