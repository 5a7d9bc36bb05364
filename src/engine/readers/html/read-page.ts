/**
 * From the text of a web page to a source: its article or all of it, and what it declares of itself. Shared by the
 * readers of pages and of saved pages; knows nothing of encodings and archives.
 */
import type { Block } from "../../../core/source/block.ts";
import { type DeclaredMetadata, withDeclared } from "../../../core/source/declared-metadata.ts";
import { detectMetadata } from "../../../core/source/detect-metadata.ts";
import type { Extraction } from "../../../core/source/format.ts";
import { AttacheError } from "../../../ipc/errors.ts";
import { detectLanguage } from "../detect-language.ts";
import type { ReadRequest, ReadSource } from "../reader.ts";
import { findArticle, removeAllBut } from "./find-article.ts";
import { blocksOfHtml, type HtmlBlockOptions } from "./html-to-blocks.ts";
import { declaredMetadata, isDeclaredArticle, type PageAddresses, pageAddresses } from "./page-metadata.ts";
import { sameWords } from "./page-titles.ts";
import { type ParsedPage, parseHtml, parsePage } from "./parse-html.ts";

export interface PageRequest extends Pick<ReadRequest, "fileName" | "importedOn" | "extraction"> {
  readonly html: string;
  /** Where the page was saved from, where the file says so outside the page. */
  readonly location: string | null;
  /** The day on which it was saved, where the file says so. */
  readonly savedOn: string | null;
}

export type ReadPage = Pick<ReadSource, "blocks" | "metadata" | "suggestions" | "extraction">;

/** How far down a heading may come and still be that of the whole text. */
const HEAD_BLOCKS = 8;

interface Taken {
  readonly blocks: Block[];
  readonly extraction: Extraction;
}

function optionsFor({ base, savedFrom, url }: PageAddresses, fileName: string): HtmlBlockOptions {
  const pageUrl = savedFrom ?? url;
  return {
    fileName,
    ...(base !== null && { baseUrl: base }),
    ...(pageUrl !== null && { pageUrl }),
  };
}

/** The title, where nothing at the head of the article says it. */
function withTitle(blocks: readonly Block[], title: string | null | undefined): Block[] {
  const isThere = blocks.slice(0, HEAD_BLOCKS).some(({ kind, text }) => kind === "heading" && text === title);
  const isSaid = blocks.slice(0, HEAD_BLOCKS).some(({ text }) => title && sameWords(text, title));
  const hasHeading = blocks[0]?.kind === "heading" && blocks[0].level === 1;
  if (!title || isThere || isSaid || hasHeading) return [...blocks];
  return [{ kind: "heading", level: 1, text: title }, ...blocks];
}

function takeArticle(
  page: ParsedPage,
  request: PageRequest,
  declared: DeclaredMetadata,
  addresses: PageAddresses,
): Block[] {
  const options = optionsFor(addresses, request.fileName);
  const kept = findArticle(page.document, () => parseHtml(request.html, request.fileName), {
    isDeclared: isDeclaredArticle(page),
    title: declared.title ?? null,
    publisher: declared.publisher ?? null,
    pageUrl: options.pageUrl,
  });
  if (kept === null) return [];
  removeAllBut(kept, page.document);
  return withTitle(blocksOfHtml(page.document.body, options), declared.title);
}

function take(page: ParsedPage, request: PageRequest, declared: DeclaredMetadata, addresses: PageAddresses): Taken {
  const wholePage = () => blocksOfHtml(page.document.body, optionsFor(addresses, request.fileName));
  if (request.extraction === "whole-page") return { blocks: wholePage(), extraction: "whole-page" };
  // Before the article is taken out of the page, nothing else remains of it.
  const all = wholePage();
  const article = takeArticle(page, request, declared, addresses);
  return article.length > 0 ? { blocks: article, extraction: "article" } : { blocks: all, extraction: "whole-page" };
}

/** Throws AttacheError `file-empty` where the page has no text, and what parse-html.ts throws. */
export function readPage(request: PageRequest): ReadPage {
  const { fileName, importedOn } = request;
  const page = parsePage(request.html, fileName);
  const addresses = pageAddresses(page, request.location);
  const declared = declaredMetadata(page, addresses);
  const { blocks, extraction } = take(page, request, declared, addresses);
  if (blocks.length === 0) {
    throw new AttacheError(
      "file-empty",
      `${fileName} has no text to import: what it shows is brought by scripts or is in pictures. Save the page as it is shown, or as PDF.`,
    );
  }
  const detected = detectLanguage(blocks.map(({ text }) => text).join("\n"));
  // Sites leave the language of their template in pages of every language.
  const language = detected ?? declared.language ?? null;
  const { metadata, suggestions } = withDeclared(
    { ...declared, language, accessed: request.savedOn },
    detectMetadata(blocks, { fileName, importedOn, language }),
  );
  return { blocks, metadata, suggestions, extraction };
}
