/**
 * Blocks of an HTML element, for every reader whose format is or becomes HTML. Walks the tree once, in its order.
 * Must not lose, add or reorder a word that a browser would show: what is left out is listed in hidden-elements.ts.
 */
import type { Block, Cell } from "../../../core/source/block.ts";
import { AttacheError } from "../../../ipc/errors.ts";
import type { Mark } from "../mark-stretches.ts";
import { CLOSED_KINDS, type Context, EMPHASES, PARAGRAPH, placeOf, withMark } from "./block-places.ts";
import { BLOCK_ELEMENTS, HEADINGS, LIST_ELEMENTS, PREFORMATTED_ELEMENTS } from "./element-names.ts";
import { type FoundNotes, findNotes } from "./find-notes.ts";
import { isHidden } from "./hidden-elements.ts";
import { type HtmlElement, type HtmlNode, isElement, isText } from "./html-node.ts";
import { InlineLine, type SpannedText, withoutStart } from "./inline-line.ts";
import { KEEPS_LINES_ATTRIBUTE } from "./kept-attributes.ts";
import { absoluteAddress, fragmentOf } from "./link-address.ts";
import { cellsOfTable } from "./table-cells.ts";

export interface HtmlBlockOptions {
  /** The address that relative links of the page are resolved against. Without it they are no links. */
  readonly baseUrl?: string;
  /** The address of the page itself, where that is another: links to it with a `#` lead into the page. */
  readonly pageUrl?: string;
  /** What an error calls the file. */
  readonly fileName?: string;
  /** The number of the first table, where the element is only a part of the source. */
  readonly firstTable?: number;
  /** The notes, where they are not only those that the element tells of by itself. */
  readonly notes?: FoundNotes;
}

/** Twice what the longest documents have; a file of nothing but line breaks has more, and fills the memory. */
const MAX_BLOCKS = 600_000;

/** True where a text stands beside the children of an element, so that they are words of a line. */
function hasTextBeside(parent: HtmlElement): boolean {
  for (let child = parent.firstChild; child !== null; child = child.nextSibling) {
    if (isText(child) && (child.textContent ?? "").trim() !== "") return true;
  }
  return false;
}

class BlockWriter {
  readonly blocks: Block[] = [];
  readonly notes: Block[] = [];
  private readonly line = new InlineLine();
  private readonly cells = new Map<HtmlElement, Cell>();
  private readonly written = new Set<HtmlElement>();
  private tableCount: number;
  /** Of the note that is written: the mark that its text may repeat, until its first block is done. */
  private repeatedMark: string | null = null;

  /** Parents of elements that the page defines itself: whether those stand in a line. */
  private readonly linesOfOwn = new Map<HtmlElement, boolean>();

  private readonly found: FoundNotes;
  private readonly options: HtmlBlockOptions;

  constructor(found: FoundNotes, options: HtmlBlockOptions) {
    this.found = found;
    this.options = options;
    this.tableCount = options.firstTable ?? 0;
  }

  writeChildren(node: HtmlNode, context: Context): void {
    for (const child of node.childNodes) {
      if (isText(child)) this.writeText(child.textContent ?? "", context);
      else if (isElement(child)) this.writeElement(child, context);
    }
  }

  /** Ends the line that stands outside any block, and writes the notes of which the place is hidden. */
  writeEnd(context: Context): void {
    this.endLine(context);
    for (const [element, note] of this.found.notes) {
      if (!this.written.has(element)) this.writeNote(element, note, context);
    }
  }

  private writeText(text: string, context: Context): void {
    if (!context.keepsLines) {
      this.line.add(text, context.marks, false);
      return;
    }
    for (const [index, part] of text.split(/\r\n|[\n\r]/u).entries()) {
      if (index > 0) this.endLine(context);
      this.line.add(part, context.marks, true);
    }
  }

  writeElement(element: HtmlElement, context: Context): void {
    const note = this.found.notes.get(element);
    // A note within a note is part of it.
    if (note && context.place.note !== undefined) this.written.add(element);
    // E-books hide notes where they stand, to show them at their marks.
    if (note && context.place.note === undefined) this.writeNote(element, note, context);
    else if (isHidden(element)) return;
    else if (this.found.backLinks.has(element)) return;
    else if (element.localName === "br") this.breakLine(context);
    else if (element.localName === "mfrac") this.writeFraction(element, context);
    else if (this.isBlock(element)) this.writeBlock(element, context);
    else this.writeChildren(element, this.inside(element, context));
  }

  /** Elements that a page defines itself stand in a line only where there is text beside them. */
  private isBlock({ localName, parentNode }: HtmlElement): boolean {
    if (BLOCK_ELEMENTS.has(localName)) return true;
    if (!localName.includes("-") || !isElement(parentNode)) return false;
    if (!BLOCK_ELEMENTS.has(parentNode.localName) && !parentNode.localName.includes("-")) return false;
    if (parentNode.localName === "p" || HEADINGS.has(parentNode.localName)) return false;
    const isInLine = this.linesOfOwn.get(parentNode) ?? hasTextBeside(parentNode);
    this.linesOfOwn.set(parentNode, isInLine);
    return !isInLine;
  }

  /** Numerator and denominator, which must not read as one number. */
  private writeFraction(element: HtmlElement, context: Context): void {
    for (const [index, part] of Array.from(element.childNodes).filter(isElement).entries()) {
      if (index > 0) this.line.add("/", context.marks, false);
      this.writeElement(part, context);
    }
  }

  /**
   * A line break of the page ends the block: lines of an address or a verse must not read as one. Only in a heading,
   * where it serves the looks, it is a space.
   */
  private breakLine(context: Context): void {
    if (context.isOneLine) this.line.addBreak(context.marks);
    else this.endLine(context);
  }

  private writeBlock(element: HtmlElement, context: Context): void {
    if (context.isOneLine) {
      this.line.addSpace(context.marks);
      this.writeChildren(element, this.inside(element, context));
      this.line.addSpace(context.marks);
      return;
    }
    this.endLine(context);
    if (element.localName === "table") this.placeCells(element);
    const inner = this.blockContext(element, this.inside(element, context));
    this.writeChildren(element, inner);
    this.endLine(inner);
  }

  private writeNote(element: HtmlElement, note: { id: string; mark: string }, context: Context): void {
    this.endLine(context);
    this.written.add(element);
    this.repeatedMark = note.mark;
    const inner: Context = {
      ...this.inside(element, context),
      place: { kind: "note", level: null, note: note.id },
      isOneLine: false,
    };
    this.writeChildren(element, inner);
    this.endLine(inner);
    this.repeatedMark = null;
  }

  private placeCells(table: HtmlElement): void {
    const cells = cellsOfTable(table);
    if (cells === null) return;
    for (const [element, cell] of cells) this.cells.set(element, { table: this.tableCount, ...cell });
    this.tableCount += 1;
  }

  /** The context inside an element, as far as text in a line is concerned. */
  private inside(element: HtmlElement, context: Context): Context {
    const mark = this.markOf(element);
    const keepsLines = PREFORMATTED_ELEMENTS.has(element.localName) || element.hasAttribute(KEEPS_LINES_ATTRIBUTE);
    if (mark === null && !keepsLines) return context;
    return {
      ...context,
      keepsLines: context.keepsLines || keepsLines,
      marks: mark === null ? context.marks : withMark(context.marks, mark),
    };
  }

  private markOf(element: HtmlElement): Mark | null {
    const emphasis = EMPHASES.get(element.localName);
    if (emphasis) return { kind: "emphasis", emphasis };
    if (element.localName !== "a") return null;
    const note = this.found.marks.get(element);
    if (note !== undefined) return { kind: "note-mark", note };
    const url = absoluteAddress(element.getAttribute("href") ?? "", this.options.baseUrl);
    return url === null || this.isInPage(url) ? null : { kind: "link", url };
  }

  private isInPage(url: string): boolean {
    const { pageUrl } = this.options;
    return pageUrl !== undefined && url.startsWith(`${pageUrl}#`);
  }

  private blockContext(element: HtmlElement, context: Context): Context {
    const { localName } = element;
    if (LIST_ELEMENTS.has(localName)) return { ...context, listDepth: context.listDepth + 1 };
    const cell = this.cells.get(element);
    if (cell && context.place.kind !== "note") {
      return { ...context, place: { kind: "table-cell", level: null, cell }, isOneLine: cell.isHeader };
    }
    const place = CLOSED_KINDS.has(context.place.kind) ? null : placeOf(element, context);
    return place ? { ...context, place, isOneLine: place.kind === "heading" } : context;
  }

  private endLine({ place }: Context): void {
    const taken = this.line.take();
    if (taken === null) return;
    const line = place.kind === "note" ? this.withoutMark(taken) : taken;
    if (line.text === "") return;
    const block: Block = {
      kind: place.kind,
      text: line.text,
      level: place.level,
      ...(line.spans.length > 0 && { spans: [...line.spans] }),
      ...(place.cell && { cell: place.cell }),
      ...(place.note !== undefined && { note: place.note }),
    };
    (place.kind === "note" ? this.notes : this.blocks).push(block);
    if (this.blocks.length + this.notes.length > MAX_BLOCKS) throw tooManyBlocks(this.options.fileName);
  }

  /** A note without the mark that it begins with, be it text or what is left around a link back. */
  private withoutMark(line: SpannedText): SpannedText {
    if (this.repeatedMark === null) return line;
    const mark = this.repeatedMark.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
    this.repeatedMark = null;
    const start = new RegExp(`^(?:[[(]?${mark}[\\])]?[.:)]?\\s+|\\[\\s*\\][.:]?\\s*|[\\]).:^]\\s+)`, "u").exec(
      line.text,
    );
    return start ? withoutStart(line, start[0].length) : line;
  }
}

function tooManyBlocks(fileName = "The page"): AttacheError {
  const most = MAX_BLOCKS.toLocaleString("en-GB");
  return new AttacheError(
    "file-too-complex",
    `${fileName} has more than ${most} paragraphs and lines, which is more than Attaché reads. Import only the part that you need.`,
  );
}

/**
 * Blocks in reading order: headings, paragraphs, lists, quotes, table cells, captions, with their spans; the notes
 * behind all of them. A line break (`br`) begins a new block, but within a heading it is a space. Cells of a table that
 * only lays out the page are ordinary blocks. Tables are numbered from `firstTable`, or from 0. Throws AttacheError
 * `file-too-complex` where there are more blocks than can be kept.
 */
export function blocksOfHtml(root: HtmlElement, options: HtmlBlockOptions = {}): Block[] {
  const pageUrl = options.pageUrl ?? options.baseUrl;
  const found = options.notes ?? findNotes(root, (href) => fragmentOf(href, pageUrl));
  const writer = new BlockWriter(found, options);
  const context: Context = { place: PARAGRAPH, marks: [], listDepth: 0, keepsLines: false, isOneLine: false };
  if (root.localName === "body" || root.localName === "html") writer.writeChildren(root, context);
  else writer.writeElement(root, context);
  writer.writeEnd(context);
  return [...writer.blocks, ...writer.notes];
}
