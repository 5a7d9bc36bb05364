/**
 * Walks an OpenDocument text once, in its order, and gathers its blocks: paragraphs, headings, lists, tables, what
 * stands in frames, and the notes behind everything. The text is as if all tracked changes were accepted. Must not
 * lose, add or reorder a word that is shown; what is left out is counted.
 */
import type { Block, Cell } from "../../../core/source/block.ts";
import { childElements, descendants, textOf, type XmlElement } from "../xml/xml-element.ts";
import { looseText, readChanges } from "./odt-changes.ts";
import { InlineWriter, type OdtCounts } from "./odt-inline.ts";
import type { OdtStyles } from "./odt-styles.ts";

/** What a paragraph becomes. */
interface Place {
  readonly kind: Block["kind"];
  readonly level: number | null;
  readonly cell?: Cell;
  readonly note?: string;
}

export interface OdtStory {
  readonly blocks: Block[];
  readonly counts: OdtCounts;
}

const PARAGRAPH: Place = { kind: "paragraph", level: null };
/** Kinds that stay, whatever is inside. */
const CLOSED_KINDS: ReadonlySet<Block["kind"]> = new Set(["table-cell", "note", "running-head"]);
/** Rows and columns beyond any real table only move what follows. */
const MAX_REPEATED = 10_000;
/** In a head or a foot: fewer letters beside the number of the page are "Page" and "of". */
const MIN_HEAD_LETTERS = 12;

/** Elements that hold no text of the document. */
const NO_TEXT = new Set([
  "text:tracked-changes",
  "office:forms",
  "office:event-listeners",
  "text:script",
  "table:title",
  "table:desc",
  "svg:title",
  "svg:desc",
]);

function isUnread(name: string): boolean {
  return NO_TEXT.has(name) || name.endsWith("-source") || name.endsWith("-decls");
}

function countOf(element: XmlElement, attribute: string): number {
  const count = Number.parseInt(element.attributes[attribute] ?? "1", 10);
  return count >= 1 ? Math.min(count, MAX_REPEATED) : 1;
}

class StoryWriter {
  readonly blocks: Block[] = [];
  private readonly inline: InlineWriter;
  private readonly styles: OdtStyles;
  private tableCount = 0;

  constructor(styles: OdtStyles, text: XmlElement) {
    this.styles = styles;
    const ended = descendants(text, "office:annotation-end").map(({ attributes }) => attributes["office:name"] ?? "");
    this.inline = new InlineWriter(styles, readChanges(text), new Set(ended));
  }

  get counts(): OdtCounts {
    return this.inline.counts;
  }

  /** Blocks of all that is in an element, which may hold paragraphs at any depth. */
  writeChildren(element: XmlElement, place: Place): void {
    for (const child of childElements(element)) this.write(child, place);
  }

  writeNotes(): void {
    // Notes come one by one: those within notes are added while this goes on.
    for (const { id, body } of this.inline.notes) this.writeChildren(body, { kind: "note", level: null, note: id });
  }

  private write(element: XmlElement, place: Place): void {
    const { name } = element;
    if (isUnread(name) || this.inline.takeMark(element)) return;
    if (name === "text:p" || name === "text:h") this.writeParagraph(element, place);
    else if (name === "text:list") this.writeList(element, place);
    else if (name === "text:numbered-paragraph") {
      const level = Math.max(1, Number.parseInt(element.attributes["text:level"] ?? "1", 10) || 1);
      this.writeChildren(element, this.within(place, { kind: "list-item", level }));
    } else if (name === "table:table") this.writeTable(element, place);
    else if (name === "text:section" && this.isHiddenSection(element)) this.leaveOut(element);
    else if (name === "draw:object" || name === "draw:object-ole") this.counts.objects += 1;
    else this.writeChildren(element, place);
  }

  private within(outer: Place, inner: Place): Place {
    return CLOSED_KINDS.has(outer.kind) ? outer : inner;
  }

  private leaveOut(element: XmlElement): void {
    this.counts.hidden.leaveOutPart(element, () => looseText({ name: "draw:g", attributes: {}, children: [element] }));
    // What was inserted does not go on behind where it ends.
    for (const end of descendants(element, "text:change-end")) this.inline.takeMark(end);
  }

  private isHiddenSection({ attributes }: XmlElement): boolean {
    const display = attributes["text:display"];
    if (display === "none" || (display === "condition" && attributes["text:is-hidden"] === "true")) return true;
    return this.styles.isHidden("section", attributes["text:style-name"]) === true;
  }

  private writeList(list: XmlElement, place: Place): void {
    const level = place.kind === "list-item" ? (place.level ?? 0) + 1 : 1;
    this.writeChildren(list, this.within(place, { kind: "list-item", level }));
  }

  private writeParagraph(element: XmlElement, place: Place): void {
    const styleName = element.attributes["text:style-name"];
    if (
      descendants(element, "text:hidden-paragraph").some(({ attributes }) => attributes["text:is-hidden"] === "true")
    ) {
      this.leaveOut(element);
      return;
    }
    const isHidden = this.styles.isHidden("paragraph", styleName) === true;
    const target = CLOSED_KINDS.has(place.kind) ? place : this.placeOf(element, place);
    const emphases = target.kind === "heading" ? [] : this.styles.directEmphasesOf(styleName);
    const isListing = this.styles.roleOf(styleName) === "listing";
    const { line, frames } = this.inline.read(element, isListing ? [...emphases, "code"] : emphases, isHidden);
    if (line !== null) {
      const { text, spans, revisions } = line;
      this.blocks.push({
        kind: target.kind,
        text,
        level: target.level,
        ...(spans.length > 0 && { spans: [...spans] }),
        ...(target.cell && { cell: target.cell }),
        ...(target.note !== undefined && { note: target.note }),
        ...(revisions.length > 0 && { revisions: [...revisions] }),
      });
    }
    // What stands in a frame is no part of the sentence that the frame is anchored in.
    for (const frame of frames) this.writeChildren(frame, CLOSED_KINDS.has(place.kind) ? place : PARAGRAPH);
  }

  private placeOf(element: XmlElement, place: Place): Place {
    const styleName = element.attributes["text:style-name"];
    if (element.name === "text:h") {
      const level = Number.parseInt(element.attributes["text:outline-level"] ?? "1", 10);
      return { kind: "heading", level: Math.max(1, level || 1) };
    }
    const outlineLevel = this.styles.outlineLevelOf(styleName);
    if (outlineLevel !== null) return { kind: "heading", level: outlineLevel };
    if (place.kind !== "paragraph") return place;
    switch (this.styles.roleOf(styleName)) {
      case "title":
        return { kind: "heading", level: 1 };
      case "subtitle":
        return { kind: "heading", level: 2 };
      case "quote":
        return { kind: "quote", level: null };
      case "caption":
        return { kind: "caption", level: null };
      default:
        return place;
    }
  }

  private writeTable(table: XmlElement, place: Place): void {
    const number = this.tableCount;
    this.tableCount += 1;
    let row = 0;
    const writeRows = (element: XmlElement, isHeader: boolean): void => {
      for (const child of childElements(element)) {
        if (child.name === "table:table-row") {
          if (child.attributes["table:visibility"] === "collapse") this.leaveOut(child);
          else this.writeRow(child, { table: number, row, column: 0, isHeader }, place);
          row += countOf(child, "table:number-rows-repeated");
        } else if (!isUnread(child.name)) {
          writeRows(child, isHeader || child.name === "table:table-header-rows");
        }
      }
    };
    writeRows(table, false);
  }

  /** A cell that is repeated is written once: text documents repeat none but empty ones. */
  private writeRow(element: XmlElement, first: Cell, place: Place): void {
    let { column } = first;
    for (const child of childElements(element)) {
      if (child.name === "table:covered-table-cell") this.leaveOut(child);
      else if (child.name !== "table:table-cell") continue;
      else if (place.kind === "note" || place.kind === "running-head") this.writeChildren(child, place);
      else this.writeChildren(child, { kind: "table-cell", level: null, cell: { ...first, column } });
      column += countOf(child, "table:number-columns-repeated");
    }
  }

  /** The heads and feet of pages: each line once, and none that only numbers the pages. */
  writeRunningHeads(heads: readonly XmlElement[]): void {
    const start = this.blocks.length;
    for (const head of heads) this.writeChildren(head, { kind: "running-head", level: null });
    const numbered = new Set(
      heads
        .flatMap((head) =>
          descendants(head, "text:p").filter((line) => descendants(line, "text:page-number").length > 0),
        )
        .map((line) => textOf(line).replace(/\s+/gu, " ").trim()),
    );
    const seen = new Set<string>();
    for (const block of this.blocks.splice(start)) {
      const letters = block.text.match(/\p{L}/gu)?.length ?? 0;
      if (letters === 0 || (numbered.has(block.text) && letters < MIN_HEAD_LETTERS) || seen.has(block.text)) continue;
      seen.add(block.text);
      this.blocks.push(block);
    }
  }
}

/** The blocks of `office:text`, then its notes, then the lines that its pages repeat. */
export function readStory(text: XmlElement, styles: OdtStyles, heads: readonly XmlElement[]): OdtStory {
  const writer = new StoryWriter(styles, text);
  writer.writeChildren(text, PARAGRAPH);
  writer.writeNotes();
  writer.writeRunningHeads(heads);
  return { blocks: writer.blocks, counts: writer.counts };
}
