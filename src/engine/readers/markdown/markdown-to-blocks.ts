/**
 * From parsed Markdown to blocks: the text without its marks, each block with the place in the file that it came from.
 * Must not lose, add or reorder a word.
 */
import type { Code, Html, List, Nodes, Paragraph, PhrasingContent, Table } from "mdast";
import type { Block, Cell } from "../../../core/source/block.ts";
import { photoCredit } from "../../../core/source/photo-credits.ts";
import { blocksOfHtml } from "../html/html-to-blocks.ts";
import type { SpannedText } from "../html/inline-line.ts";
import { absoluteAddress } from "../html/link-address.ts";
import { parseHtml } from "../html/parse-html.ts";
import { inlineText, type MarkdownReferences } from "./markdown-inline.ts";
import { NoteMarks } from "./note-marks.ts";
import type { ParsedMarkdown, ParsedPiece } from "./parse-markdown.ts";

interface Place {
  readonly kind: Block["kind"];
  readonly level: number | null;
  readonly note?: string;
}

const PARAGRAPH: Place = { kind: "paragraph", level: null };
/** Places whose kind stays, whatever is inside. */
const CLOSED_KINDS: ReadonlySet<Block["kind"]> = new Set(["note"]);
const LINE_END = /\r\n|[\r\n]/u;

function rangeOf(node: Nodes): { from: number; to: number } {
  return { from: node.position?.start.offset ?? 0, to: node.position?.end.offset ?? 0 };
}

class BlockWriter implements MarkdownReferences {
  readonly blocks: Block[] = [];
  private readonly notes: NoteMarks;
  private readonly linkUrls = new Map<string, string>();
  private tableCount = 0;

  constructor(notes: NoteMarks) {
    this.notes = notes;
  }

  linkUrl(identifier: string): string | null {
    return absoluteAddress(this.linkUrls.get(identifier) ?? "", undefined);
  }

  noteMark(identifier: string): string {
    return this.notes.markOf(identifier);
  }

  /** Definitions count wherever they stand, so they are read before the text. */
  readDefinitions(node: Nodes): void {
    if (node.type === "definition") {
      if (!this.linkUrls.has(node.identifier)) this.linkUrls.set(node.identifier, node.url);
    } else if ("children" in node && node.type !== "paragraph" && node.type !== "table") {
      for (const child of node.children) this.readDefinitions(child);
    }
  }

  writePiece(piece: ParsedPiece): void {
    for (const node of piece.root.children) this.write(node, PARAGRAPH, piece);
  }

  /** The notes, in the order in which the text refers to them, and last those that it does not. */
  writeNotes(): void {
    for (const { node, piece } of this.notes.inOrder()) {
      const place: Place = { kind: "note", level: null, note: node.identifier };
      for (const child of node.children) this.write(child, place, piece);
    }
  }

  private write(node: Nodes, place: Place, piece: ParsedPiece): void {
    if (rangeOf(node).from >= piece.text.length) return;
    switch (node.type) {
      case "heading":
        this.writeLine(node, node.children, this.within(place, { kind: "heading", level: node.depth }), piece);
        return;
      case "paragraph":
        this.writeParagraph(node, place, piece);
        return;
      case "blockquote":
        this.writeChildren(node.children, this.within(place, { kind: "quote", level: null }), piece);
        return;
      case "list":
        this.writeList(node, place, piece);
        return;
      case "table":
        this.writeTable(node, place, piece);
        return;
      case "code":
        this.writeCode(node, place, piece);
        return;
      case "html":
        this.writeHtml(node, place, piece);
        return;
      case "footnoteDefinition":
        this.notes.define(node, piece);
        return;
      default:
        return;
    }
  }

  private writeChildren(nodes: readonly Nodes[], place: Place, piece: ParsedPiece): void {
    for (const node of nodes) this.write(node, place, piece);
  }

  private within(outer: Place, inner: Place): Place {
    return CLOSED_KINDS.has(outer.kind) ? outer : inner;
  }

  private writeList(list: List, place: Place, piece: ParsedPiece): void {
    const level = place.kind === "list-item" ? (place.level ?? 0) + 1 : 1;
    const inner = this.within(place, { kind: "list-item", level });
    for (const item of list.children) this.writeChildren(item.children, inner, piece);
  }

  private writeParagraph(node: Paragraph, place: Place, piece: ParsedPiece): void {
    const isPicture = node.children.some(isImage) && node.children.every((child) => isImage(child) || isBlank(child));
    const line = inlineText(node.children, this);
    const isCaption = place.kind === "paragraph" && (isPicture || (line !== null && photoCredit(line.text) !== null));
    this.add(line, isCaption ? { kind: "caption", level: null } : place, rangeOf(node), piece);
  }

  private writeLine(node: Nodes, children: readonly PhrasingContent[], place: Place, piece: ParsedPiece): void {
    this.add(inlineText(children, this), place, rangeOf(node), piece);
  }

  private writeTable(table: Table, place: Place, piece: ParsedPiece): void {
    const number = this.tableCount;
    this.tableCount += 1;
    for (const [row, { children }] of table.children.entries()) {
      for (const [column, cell] of children.entries()) {
        const inner = this.within(place, { kind: "table-cell", level: null });
        const line = inlineText(cell.children, this);
        this.add(line, inner, rangeOf(cell), piece, { table: number, row, column, isHeader: row === 0 });
      }
    }
  }

  /** Each line of a listing is a block, without the spaces before it. */
  private writeCode(node: Code, place: Place, piece: ParsedPiece): void {
    const { from, to } = rangeOf(node);
    let at = from;
    for (const line of node.value.split(LINE_END)) {
      const text = line.trim();
      if (text === "") continue;
      const found = piece.text.indexOf(text, at);
      // Tabs within quotes are spaces in the value: the listing as a whole is then the place.
      const isFound = found >= 0 && found + text.length <= to;
      if (isFound) at = found + text.length;
      const range = isFound ? { from: found, to: at } : { from, to };
      this.add(
        { text, spans: [{ kind: "emphasis", emphasis: "code", fromUtf16: 0, toUtf16: text.length }] },
        place,
        range,
        piece,
      );
    }
  }

  private writeHtml(node: Html, place: Place, piece: ParsedPiece): void {
    if (node.value.replace(/<[^<>]*>/gu, "").trim() === "") return;
    const { from, to } = rangeOf(node);
    const blocks = blocksOfHtml(parseHtml(node.value).body, { firstTable: this.tableCount });
    for (const block of blocks) {
      if (block.cell) this.tableCount = Math.max(this.tableCount, block.cell.table + 1);
      const inner = block.kind === "paragraph" || CLOSED_KINDS.has(place.kind) ? place : block;
      const { text, spans = [] } = block;
      const target = { kind: inner.kind, level: inner.level, ...(inner.note !== undefined && { note: inner.note }) };
      this.add({ text, spans }, target, { from, to }, piece, block.cell);
    }
  }

  private add(
    line: SpannedText | null,
    { kind, level, note }: Place,
    { from, to }: { from: number; to: number },
    piece: ParsedPiece,
    cell?: Cell,
  ): void {
    if (line === null) return;
    this.blocks.push({
      kind,
      text: line.text,
      level,
      ...(line.spans.length > 0 && { spans: [...line.spans] }),
      ...(note !== undefined && { note }),
      ...(kind === "table-cell" && cell !== undefined && { cell }),
      origin: { fromUtf16: piece.fromUtf16 + from, toUtf16: piece.fromUtf16 + Math.min(to, piece.text.length) },
    });
  }
}

function isImage(node: PhrasingContent): boolean {
  return node.type === "image" || node.type === "imageReference";
}

function isBlank(node: PhrasingContent): boolean {
  return node.type === "break" || (node.type === "text" && node.value.trim() === "");
}

/** The blocks in reading order, the notes behind the text. Origins count from the beginning of what was parsed. */
export function blocksOfMarkdown({ pieces, definitions }: ParsedMarkdown): Block[] {
  const writer = new BlockWriter(new NoteMarks(definitions.notes));
  for (const piece of pieces) writer.readDefinitions(piece.root);
  for (const piece of pieces) writer.writePiece(piece);
  writer.writeNotes();
  return writer.blocks;
}
