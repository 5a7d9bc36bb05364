/**
 * Reads PDFs: their text in reading order by page, their pages, what they declare of themselves. Bytes in, blocks, pages
 * and metadata out. Must not draw: pages are drawn from the original bytes when they are shown.
 */
import { type Block, canonicalText } from "../../core/source/block.ts";
import { withDeclared } from "../../core/source/declared-metadata.ts";
import { EMPTY_METADATA, type MetadataSuggestion } from "../../core/source/metadata.ts";
import type { Page } from "../../core/source/page.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { defuseStreams } from "./pdf/defuse-streams.ts";
import { findLeftOut } from "./pdf/find-left-out.ts";
import { layOutDocument } from "./pdf/lay-out-document.ts";
import { explainPdfError, type OpenPdf, openPdf } from "./pdf/open-pdf.ts";
import { pdfWarnings } from "./pdf/pdf-warnings.ts";
import { placeAnnotations } from "./pdf/place-annotations.ts";
import { readAnnotations } from "./pdf/read-annotations.ts";
import { readOutline, readPageLabels } from "./pdf/read-outline.ts";
import { type PageText, readPages } from "./pdf/read-pages.ts";
import { readPdfMetadata } from "./pdf/read-pdf-metadata.ts";
import { largestText } from "./pdf/suggest-title.ts";
import { typeFacts } from "./pdf/type-facts.ts";
import type { Reader, ReadRequest, ReadSource, ReportProgress } from "./reader.ts";

const MEBIBYTE = 1024 * 1024;
/** The bytes are in memory twice while they are read. */
const MAX_PDF_BYTES = 400 * MEBIBYTE;
/** The pages take nearly all of the time; what follows them is not told in parts. */
const PAGES_SHARE = 0.9;

/**
 * Throws AttacheError: `file-empty`, `file-too-large`, `file-damaged`, `file-too-complex`, `password-needed` or
 * `password-wrong`. A PDF without any text is no error: it has pages, no blocks, and a warning that says so.
 */
export const readPdf: Reader = async (request, report) => {
  const { fileName, bytes, password } = request;
  if (bytes.length === 0) throw new AttacheError("file-empty", `${fileName} is empty: it has no text to import.`);
  if (bytes.length > MAX_PDF_BYTES) throw tooLarge(fileName, bytes.length);
  // A copy: it is changed, and pdf.js takes what it is given away from its owner.
  const copy = bytes.slice();
  const leftOut = defuseStreams(copy);
  const pdf = await openPdf(copy, fileName, password);
  try {
    return await read(pdf, request, leftOut, report);
  } catch (error) {
    throw explainPdfError(error, fileName, password);
  } finally {
    await pdf.close();
  }
};

function tooLarge(fileName: string, sizeBytes: number): AttacheError {
  const limit = MAX_PDF_BYTES / MEBIBYTE;
  const size = Math.max(Math.ceil(sizeBytes / MEBIBYTE), limit + 1);
  return new AttacheError(
    "file-too-large",
    `${fileName} has ${size} MB, and PDFs can have up to ${limit} MB. Split it, or import only the part that you need.`,
  );
}

async function read(
  { document }: OpenPdf,
  { fileName, importedOn, textOnly }: ReadRequest,
  leftOut: number,
  report: ReportProgress,
): Promise<ReadSource> {
  const { pages: printed, fonts } = await readPages(document, fileName, (share) => report(share * PAGES_SHARE));
  const broken = printed.flatMap(({ isReadable, number }) => (isReadable ? [] : [number - 1]));
  const annotations = await readAnnotations(document, new Set(broken));
  const pages = placeAnnotations(printed, annotations.texts);
  const facts = typeFacts(fragmentsOf(pages), fonts);
  const outline = await readOutline(document);
  const labels = await readPageLabels(document);
  const { blocks, runs } = layOutDocument(pages, facts, outline);
  const isReadable = pages.some((page) => page.isReadable);
  if (!isReadable) throw noPages(fileName);
  const details = textOnly
    ? { metadata: EMPTY_METADATA, suggestions: [] }
    : await findDetails(document, blocks, pages, { fileName, importedOn });
  return {
    format: "pdf",
    blocks,
    ...details,
    warnings: [...pdfWarnings(pages, fileName, leftOut), ...(await findLeftOut(document, fileName, annotations))],
    encoding: null,
    byteOrderMark: false,
    extraction: null,
    pages: pages.map(({ number, widthPoints, heightPoints }, index): Page => {
      const label = labels?.[index] ?? null;
      const own = label === String(number) ? null : label;
      return { number, label: own, widthPoints, heightPoints, runs: runs[index] ?? [] };
    }),
    attachments: [],
  };
}

/** What the document declares of itself and what its text says. */
async function findDetails(
  document: OpenPdf["document"],
  blocks: readonly Block[],
  pages: readonly PageText[],
  { fileName, importedOn }: Pick<ReadRequest, "fileName" | "importedOn">,
): Promise<Pick<ReadSource, "metadata" | "suggestions">> {
  // Loaded when they are needed: the tables of languages take as long to load as many a document to read.
  const { detectLanguage } = await import("./detect-language.ts");
  const { detectMetadata } = await import("../../core/source/detect-metadata.ts");
  const declared = await readPdfMetadata(document, fileName);
  const matter = frontAndEnd(blocks.filter(({ kind }) => kind !== "running-head"));
  const language = declared.declared.language ?? detectLanguage(proseOf(blocks) || canonicalText(matter));
  const detected = detectMetadata(matter, { fileName, importedOn, language });
  const { metadata, suggestions } = withDeclared(declared.declared, detected);
  return {
    metadata,
    suggestions: mergeSuggestions(metadata, [...declared.suggestions, ...titleSuggestion(pages)], suggestions),
  };
}

/** Where a document says what it is: its first pages and its last. A long report names many papers and dates between. */
function frontAndEnd(blocks: readonly Block[]): readonly Block[] {
  if (blocks.length <= FRONT_BLOCKS + END_BLOCKS) return blocks;
  return [...blocks.slice(0, FRONT_BLOCKS), ...blocks.slice(-END_BLOCKS)];
}

/** What tells a language: sentences. Contents, headings and tables, which long documents begin with, hardly do. */
function proseOf(blocks: readonly Block[]): string {
  return blocks
    .filter(({ kind, text }) => kind === "paragraph" && text.length >= MIN_PROSE_UTF16)
    .slice(0, MOST_PROSE_BLOCKS)
    .map(({ text }) => text)
    .join("\n");
}

const MIN_PROSE_UTF16 = 30;
const MOST_PROSE_BLOCKS = 400;
const FRONT_BLOCKS = 120;
const END_BLOCKS = 15;

function* fragmentsOf(pages: readonly PageText[]) {
  for (const { frames } of pages) for (const { fragments } of frames) yield* fragments;
}

function noPages(fileName: string): AttacheError {
  return new AttacheError(
    "file-damaged",
    `${fileName} is damaged: none of its pages can be read. Download it again, or ask for another copy.`,
  );
}

function titleSuggestion([first]: readonly PageText[]): MetadataSuggestion[] {
  const value = first === undefined ? null : largestText(first);
  return value === null ? [] : [{ field: "title", value, reason: "It is the largest text on the first page" }];
}

const MAX_SUGGESTIONS = 2;

/** Suggestions for what is still unknown, each value once and at most two for each field, the file's own first. */
function mergeSuggestions(
  metadata: ReadSource["metadata"],
  own: readonly MetadataSuggestion[],
  detected: readonly MetadataSuggestion[],
): MetadataSuggestion[] {
  const merged: MetadataSuggestion[] = [];
  for (const suggestion of [...own, ...detected]) {
    const known = metadata[suggestion.field];
    const ofField = merged.filter(({ field }) => field === suggestion.field);
    if (known !== null && known.length > 0) continue;
    if (ofField.length >= MAX_SUGGESTIONS || ofField.some(({ value }) => value === suggestion.value)) continue;
    merged.push(suggestion);
  }
  return merged;
}
