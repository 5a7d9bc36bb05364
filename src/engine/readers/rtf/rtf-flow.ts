/**
 * One flow of paragraphs: the main text, a note, a running head or a text box. Makes blocks of what it is given, and
 * knows in which table cell it stands.
 */
import type { Block, Cell } from "../../../core/source/block.ts";
import type { Revision } from "../../../core/source/revision.ts";
import { Paragraph } from "./paragraph.ts";
import type { TextStyle } from "./text-style.ts";

/** How the paragraph that ends is formatted. */
export interface ParagraphFormat {
  readonly kind: "paragraph" | "heading" | "caption" | "list-item" | "quote";
  readonly level: number | null;
  /** 0 outside tables, 1 in a table, 2 in a table within a table's cell. */
  readonly tableDepth: number;
}

interface OpenTable {
  readonly table: number;
  row: number;
  column: number;
  rowCells: Cell[];
}

/** What all flows of a document share. */
export interface FlowNumbers {
  tables: number;
  blocks: number;
}

export interface FlowKind {
  readonly kind: "main" | "note" | "running-head";
  readonly note: string | null;
  /** The mark with which the text of a note starts; no part of its block. */
  readonly mark: string | null;
}

export const MAIN_FLOW: FlowKind = { kind: "main", note: null, mark: null };

export class RtfFlow {
  readonly blocks: Block[] = [];
  paragraph = new Paragraph();
  isHeaderRow = false;
  hasListMark = false;
  private readonly numbers: FlowNumbers;
  private readonly kind: FlowKind;
  private readonly tables: OpenTable[] = [];
  /** Blocks of a text box that is anchored in the paragraph being written. */
  private deferred: Block[] = [];
  private orphans: Revision[] = [];

  constructor(kind: FlowKind, numbers: FlowNumbers) {
    this.kind = kind;
    this.numbers = numbers;
  }

  get isNote(): boolean {
    return this.kind.kind === "note";
  }

  defer(blocks: readonly Block[]): void {
    for (const block of blocks) this.deferred.push(block);
  }

  append(text: string, style: TextStyle): void {
    this.paragraph.append(text, style);
  }

  /**
   * A line break within a paragraph ends the block: lines of an address or a verse must not read as one. Only in a
   * heading, where it serves the looks, it is a space.
   */
  breakLine(format: ParagraphFormat, style: TextStyle): void {
    if (format.kind === "heading") this.paragraph.append(" ", style);
    else this.endBlock(format);
  }

  endParagraph(format: ParagraphFormat): void {
    this.endBlock(format);
    this.hasListMark = false;
  }

  private endBlock(format: ParagraphFormat): void {
    this.tables.length = Math.min(this.tables.length, format.tableDepth);
    const isFirst = this.blocks.length === 0;
    const { text, spans, revisions } = this.paragraph.finish(isFirst ? this.kind.mark : null);
    this.paragraph = new Paragraph();
    if (text === "") this.orphans = this.orphans.concat(revisions.map(atStart));
    else this.push(this.blockOf(text, format, spans, [...this.orphans.splice(0), ...revisions]));
    for (const block of this.deferred.splice(0)) this.push(block);
  }

  private push(block: Block): void {
    this.numbers.blocks += 1;
    this.blocks.push(block);
  }

  private blockOf(
    text: string,
    format: ParagraphFormat,
    spans: NonNullable<Block["spans"]>,
    revisions: Revision[],
  ): Block {
    const more = {
      ...(spans.length > 0 && { spans }),
      ...(revisions.length > 0 && { revisions }),
    };
    if (this.kind.kind === "note") {
      return { kind: "note", text, level: null, ...(this.kind.note !== null && { note: this.kind.note }), ...more };
    }
    if (this.kind.kind === "running-head") return { kind: "running-head", text, level: null, ...more };
    if (format.tableDepth > 0)
      return { kind: "table-cell", text, level: null, cell: this.cell(format.tableDepth), ...more };
    return { kind: format.kind, text, level: format.level, ...more };
  }

  private tableAt(depth: number): OpenTable {
    while (this.tables.length < depth) {
      this.tables.push({ table: this.numbers.tables, row: 0, column: 0, rowCells: [] });
      this.numbers.tables += 1;
    }
    return this.tables[depth - 1] ?? { table: 0, row: 0, column: 0, rowCells: [] };
  }

  private cell(depth: number): Cell {
    const open = this.tableAt(depth);
    const cell = { table: open.table, row: open.row, column: open.column, isHeader: false };
    open.rowCells.push(cell);
    return cell;
  }

  endCell(format: ParagraphFormat): void {
    this.endParagraph(format);
    this.tableAt(format.tableDepth).column += 1;
  }

  endRow(depth: number): void {
    const open = this.tableAt(depth);
    if (this.isHeaderRow) for (const cell of open.rowCells) cell.isHeader = true;
    open.row += open.column > 0 || open.rowCells.length > 0 ? 1 : 0;
    open.column = 0;
    open.rowCells = [];
  }

  /** The end of the flow: what is still open becomes blocks. Changes at no text at all go to the last block. */
  finish(format: ParagraphFormat): Block[] {
    this.endParagraph(format);
    const last = this.blocks.at(-1);
    if (last && this.orphans.length > 0) {
      const end = last.text.length;
      last.revisions = [...(last.revisions ?? []), ...this.orphans.map((revision) => movedTo(revision, end))];
    }
    return this.blocks;
  }
}

function movedTo(revision: Revision, offsetUtf16: number): Revision {
  return revision.kind === "deleted"
    ? { ...revision, atUtf16: offsetUtf16 }
    : { ...revision, fromUtf16: offsetUtf16, toUtf16: offsetUtf16 };
}

function atStart(revision: Revision): Revision {
  return movedTo(revision, 0);
}
