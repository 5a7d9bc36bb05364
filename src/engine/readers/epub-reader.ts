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
import { type BookDocument, findLinkedNotes, noteIdInBook } from "./epub/linked-notes.ts";
import type { HtmlElement } from "./html/html-node.ts";
import { blocksOfHtml } from "./html/html-to-blocks.ts";
import { parseHtml } from "./html/parse-html.ts";
import type { Reader, ReportProgress } from "./reader.ts";

/** Eight times the longest novels, with their markup: enough for collected works. */
const MAX_BOOK_UTF16 = 32_000_000;
/** Documents that are parsed to find notes and then to be read. Ten times as much memory goes into their elements. */
const MAX_KEPT_UTF16 = 4_000_000;
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
  const present: BookDocument[] = [];
  const missing: string[] = [];
  const damaged: string[] = [];
  const unread: string[] = [];
  let lengthUtf16 = 0;
  for (const document of inOrder(documents)) {
    const { part, href, isNavigation } = document;
    if (part === null) missing.push(href);
    else if (!isReadable(document)) unread.push(href);
    else {
      const html = await readPart(() => zip.readText(part));
      if (html === null) {
        damaged.push(href);
        continue;
      }
      lengthUtf16 += html.length;
      if (lengthUtf16 > MAX_BOOK_UTF16) throw tooLong(fileName);
      present.push({ part, html, isNavigation });
    }
  }
  return {
    blocks: blocksOfBook(present, fileName, report),
    warnings: [
      ...leftOut(missing, "is missing in the file", "are missing in the file"),
      ...leftOut(damaged, "is damaged and was left out", "are damaged and were left out"),
      ...leftOut(unread, "holds no text that can be read", "hold no text that can be read"),
    ],
  };
}

function blocksOfBook(documents: readonly BookDocument[], fileName: string, report: ReportProgress): Block[] {
  const bodyOf = createParser(documents, fileName);
  const linked = findLinkedNotes(documents, bodyOf);
  const blocks: Block[] = [];
  let tables = 0;
  for (const index of documents.keys()) {
    report(index / documents.length);
    const body = bodyOf(index);
    const notes = linked.notesOf(index, body);
    const own = blocksOfHtml(body, { fileName, firstTable: tables, notes });
    tables = own.reduce((next, { cell }) => Math.max(next, (cell?.table ?? -1) + 1), tables);
    const inBook = new Set(linked.idsElsewhere(index));
    for (const block of own) blocks.push(withOwnNotes(block, index, inBook));
  }
  return blocks;
}

/** Parses documents of the book; those that were parsed are kept as far as memory allows, the others parsed again. */
function createParser(documents: readonly BookDocument[], fileName: string): (document: number) => HtmlElement {
  const kept = new Map<number, HtmlElement>();
  let keptUtf16 = 0;
  return (document) => {
    const known = kept.get(document);
    if (known !== undefined) return known;
    const { html = "" } = documents[document] ?? {};
    const { body } = parseHtml(html, fileName);
    if (keptUtf16 + html.length <= MAX_KEPT_UTF16) {
      keptUtf16 += html.length;
      kept.set(document, body);
    }
    return body;
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

/** Every document counts its notes anew; in the book each has a name of its own, as those in other documents have. */
function withOwnNotes(block: Block, document: number, inBook: ReadonlySet<string>): Block {
  const idOf = (note: string): string => (inBook.has(note) ? note : noteIdInBook(document, note));
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
