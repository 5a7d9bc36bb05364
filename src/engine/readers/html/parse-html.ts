/**
 * The safe HTML parser. Tags are read by a tokenizer that runs nothing, and only what the tree builder lets through
 * becomes a document; see build-tree.ts. Must stay linear in the length of the page, whatever the page is.
 */
import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";
import { DOMParser } from "linkedom";
import { AttacheError } from "../../../ipc/errors.ts";
import { type BuildableDocument, MAX_ELEMENTS, TooManyElements, TreeBuilder } from "./build-tree.ts";
import type { HtmlDocument } from "./html-node.ts";
import { isReadAttribute, MAX_ATTRIBUTE_UTF16 } from "./kept-attributes.ts";

export interface ParsedPage {
  readonly document: HtmlDocument;
  /** The JSON of each `script` of linked data, as it stands in the page. Data, never run. */
  readonly linkedData: readonly string[];
  /** The address in the comment that browsers write into a page when they save it. */
  readonly savedFrom: string | null;
}

const MAX_LINKED_DATA = 50;
const MAX_LINKED_DATA_UTF16 = 1_000_000;
const SAVED_FROM = /^\s*saved from url=\(\d+\)(\S+)\s*$/iu;
/** Characters that no text has; text with them would also be refused by Word. */
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]+/gu;
/** Where they are never ended, all behind them is theirs, in browsers too: it is no text, or text in raw markup. */
const ENDLESS_ELEMENTS = new Set(["script", "style", "textarea"]);
const XHTML = "http://www.w3.org/1999/xhtml";

/** Hands the tokenizer's events to the tree builder, and keeps the metadata that is not part of the tree. */
class PageHandler implements TokenizerCallbacks {
  readonly linkedData: string[] = [];
  savedFrom: string | null = null;

  private tag = "";
  private attributes = new Map<string, string>();
  private attribute: string | null = null;
  private value = "";
  private isXml = false;
  /** The text of a script of linked data while it is read. */
  private data: string[] | null = null;

  private readonly html: string;
  private readonly builder: TreeBuilder;

  constructor(html: string, builder: TreeBuilder) {
    this.html = html;
    this.builder = builder;
  }

  ontext(start: number, end: number): void {
    const text = this.html.slice(start, end);
    if (this.data) this.data.push(text);
    else this.builder.addText(text);
  }

  ontextentity(codePoint: number): void {
    this.builder.addText(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.tag = this.html.slice(start, end).toLowerCase();
    if (this.tag === "image") this.tag = "img";
    this.attributes = new Map();
  }

  onattribname(start: number, end: number): void {
    // No attribute that is read has a longer name.
    const name = end - start > 40 ? "" : this.html.slice(start, end).toLowerCase();
    if (name === "xmlns" && this.tag === "html") this.attribute = name;
    else this.attribute = isReadAttribute(name) && !this.attributes.has(name) ? name : null;
    this.value = "";
  }

  onattribdata(start: number, end: number): void {
    if (this.attribute !== null) this.extend(this.html.slice(start, end));
  }

  onattribentity(codePoint: number): void {
    if (this.attribute !== null) this.extend(String.fromCodePoint(codePoint));
  }

  private extend(part: string): void {
    this.value += part;
    if (this.value.length > MAX_ATTRIBUTE_UTF16) this.attribute = null;
  }

  onattribend(): void {
    if (this.attribute === "xmlns") this.isXml ||= this.value === XHTML;
    else if (this.attribute !== null) this.attributes.set(this.attribute, this.value.replace(CONTROLS, ""));
    this.attribute = null;
  }

  onopentagend(): void {
    if (this.tag === "script" && /^\s*application\/ld\+json\b/iu.test(this.attributes.get("type") ?? "")) {
      this.data = [];
    }
    this.builder.startTag(this.tag, this.attributes, false);
  }

  onselfclosingtag(): void {
    // In HTML the slash means nothing, but what is dropped must not swallow the text behind it.
    const isEmpty = this.isXml || this.tag.includes(":") || this.tag === "script" || this.tag === "style";
    this.builder.startTag(this.tag, this.attributes, isEmpty || this.tag === "iframe" || this.tag === "title");
  }

  onclosetag(start: number, end: number): void {
    if (this.data !== null) {
      const json = this.data.join("");
      if (this.linkedData.length < MAX_LINKED_DATA && json.length <= MAX_LINKED_DATA_UTF16) this.linkedData.push(json);
      this.data = null;
    }
    this.builder.endTag(this.html.slice(start, end).toLowerCase());
  }

  oncomment(start: number, end: number): void {
    // The address is no longer than an attribute, and such comments are short.
    if (this.savedFrom !== null || end - start > MAX_ATTRIBUTE_UTF16) return;
    this.savedFrom = SAVED_FROM.exec(this.html.slice(start, end).replace(/--$/u, ""))?.[1] ?? null;
  }

  oncdata(start: number, end: number, endOffset: number): void {
    if (this.isXml) this.ontext(start, end - endOffset);
  }

  onprocessinginstruction(start: number, end: number): void {
    if (start < 16 && /^\?xml\s/iu.test(this.html.slice(start, end).slice(0, 8))) this.isXml = true;
  }

  ondeclaration(): void {}
  onend(): void {}
}

function emptyDocument(): BuildableDocument {
  // The library's own types need those of a browser, which the engine does not have.
  const document = new DOMParser().parseFromString("...", "text/html") as unknown as BuildableDocument;
  return document;
}

/**
 * As `parseHtml`, with the metadata of the page that stands outside its elements. Throws AttacheError
 * `file-too-complex`, naming the file, where a page has more elements than can be read.
 */
export function parsePage(html: string, fileName = "The page"): ParsedPage {
  const clean = html.replace(CONTROLS, "");
  const kept = new Set<string>();
  for (;;) {
    const document = emptyDocument();
    const builder = new TreeBuilder(document, kept);
    const handler = new PageHandler(clean, builder);
    const tokenizer = new Tokenizer({ decodeEntities: true }, handler);
    try {
      tokenizer.write(clean);
      tokenizer.end();
    } catch (error) {
      if (error instanceof TooManyElements) throw tooComplex(fileName);
      throw error;
    }
    builder.end();
    // What is never ended would take the rest of the page with it.
    const { unended } = builder;
    if (unended === null || ENDLESS_ELEMENTS.has(unended) || kept.has(unended)) {
      return { document, linkedData: handler.linkedData, savedFrom: handler.savedFrom };
    }
    kept.add(unended);
  }
}

function tooComplex(fileName: string): AttacheError {
  const most = MAX_ELEMENTS.toLocaleString("en-GB");
  return new AttacheError(
    "file-too-complex",
    `${fileName} has more than ${most} elements, which is more than Attaché reads. Import only the part that you need.`,
  );
}

/**
 * A document of the HTML, made of elements and text alone: no script, style, frame, object or handler survives, nothing
 * is fetched or run, and elements nested deeper than a browser would nest them are taken out of their nesting.
 * Throws AttacheError `file-too-complex`, naming the file, where it has more elements than can be read.
 */
export function parseHtml(html: string, fileName?: string): HtmlDocument {
  return parsePage(html, fileName).document;
}
