/**
 * Reads e-books (EPUB 2 and 3): their documents in the order of reading, each as the web page that it is. Must not run,
 * fetch or follow anything that a book holds.
 */
import type { Block } from "../../core/source/block.ts";
import { withDeclared } from "../../core/source/declared-metadata.ts";
import { detectMetadata } from "../../core/source/detect-metadata.ts";
import { AttacheError } from "../../ipc/errors.ts";
import { detectLanguage } from "./detect-language.ts";
import { declaredInEpub } from "./epub/epub-metadata.ts";
import { type EpubDocument, type EpubPackage, isReadable, openEpub } from "./epub/epub-package.ts";
import { blocksOfHtml } from "./html/html-to-blocks.ts";
import { parseHtml } from "./html/parse-html.ts";
import type { Reader, ReportProgress } from "./reader.ts";

/** Eight times the longest novels, with their markup: enough for collected works. */
const MAX_BOOK_UTF16 = 32_000_000;
/** Of the documents that are missing, a message names the first. */
const MAX_NAMED = 3;

/** Throws AttacheError: `file-damaged`, `file-too-complex`, `file-unsupported` (encrypted) or `file-empty`. */
export const readEpub: Reader = async ({ fileName, bytes, importedOn }, report) => {
  const book = await openEpub(bytes, fileName);
  const { blocks, warnings } = await readDocuments(book, fileName, report);
  if (blocks.length === 0) {
    throw new AttacheError(
      "file-empty",
      `${fileName} has no text to import. If its pages are pictures, ask for it as text.${warnings.map((each) => ` ${each}.`).join("")}`,
    );
  }
  const declared = declaredInEpub(book.metadata);
  const text = blocks.filter(({ kind }) => kind !== "note");
  const language = declared.language ?? detectLanguage(text.map((block) => block.text).join("\n"));
  return {
    format: "epub",
    blocks,
    ...withDeclared(declared, detectMetadata(text, { fileName, importedOn, language })),
    warnings,
    encoding: null,
    byteOrderMark: false,
    extraction: null,
    pages: [],
    attachments: [],
  };
};

interface ReadBook {
  readonly blocks: Block[];
  readonly warnings: string[];
}

/** Documents outside the order of reading come last; of those, covers and tables of contents say nothing new. */
function inOrder(documents: readonly EpubDocument[]): EpubDocument[] {
  const aside = documents.filter(({ isLinear, isNavigation }) => !isLinear && !isNavigation);
  return [...documents.filter(({ isLinear }) => isLinear), ...aside];
}

async function readDocuments(
  { zip, documents }: EpubPackage,
  fileName: string,
  report: ReportProgress,
): Promise<ReadBook> {
  const blocks: Block[] = [];
  const missing: string[] = [];
  const damaged: string[] = [];
  const unread: string[] = [];
  let lengthUtf16 = 0;
  let tables = 0;
  const order = inOrder(documents);
  for (const [index, document] of order.entries()) {
    report(index / order.length);
    if (document.part === null) missing.push(document.href);
    else if (!isReadable(document)) unread.push(document.href);
    else {
      const html = await readPart(() => zip.readText(document.part ?? ""));
      if (html === null) {
        damaged.push(document.href);
        continue;
      }
      lengthUtf16 += html.length;
      if (lengthUtf16 > MAX_BOOK_UTF16) throw tooLong(fileName);
      const own = blocksOfHtml(parseHtml(html, fileName).body, { firstTable: tables });
      tables = own.reduce((next, { cell }) => Math.max(next, (cell?.table ?? -1) + 1), tables);
      for (const block of own) blocks.push(withOwnNotes(block, index));
    }
  }
  return {
    blocks,
    warnings: [
      ...leftOut(missing, "is missing in the file", "are missing in the file"),
      ...leftOut(damaged, "is damaged and was left out", "are damaged and were left out"),
      ...leftOut(unread, "holds no text that can be read", "hold no text that can be read"),
    ],
  };
}

/** The text of a part; null where just this part is damaged, so that the others can still be read. */
async function readPart(read: () => Promise<string | null>): Promise<string | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof AttacheError && error.code === "file-damaged") return null;
    throw error;
  }
}

/** Every document counts its notes anew; in the book each has a name of its own. */
function withOwnNotes(block: Block, document: number): Block {
  const idOf = (note: string): string => `${document + 1}-${note}`;
  const spans = block.spans?.map((span) => (span.kind === "note-mark" ? { ...span, note: idOf(span.note) } : span));
  return {
    ...block,
    ...(spans && { spans }),
    ...(block.note !== undefined && { note: idOf(block.note) }),
  };
}

function leftOut(names: readonly string[], one: string, many: string): string[] {
  if (names.length === 0) return [];
  const shown = names
    .slice(0, MAX_NAMED)
    .map((name) => name.slice(0, 100))
    .join(", ");
  if (names.length === 1) return [`1 chapter ${one}: ${shown}`];
  const more = names.length > MAX_NAMED ? " and more" : "";
  return [`${names.length.toLocaleString("en-GB")} chapters ${many}: ${shown}${more}`];
}

function tooLong(fileName: string): AttacheError {
  return new AttacheError(
    "file-too-complex",
    `${fileName} is longer than any book should be and was not imported. Import only the part that you need.`,
  );
}
