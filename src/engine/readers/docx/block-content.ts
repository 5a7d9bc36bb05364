/**
 * Makes blocks of the paragraphs and tables of a Word document, and of what wraps them: changes accepted and kept
 * beside the text. Must not look inside runs: inline-content.ts does.
 */
import type { Block } from "../../../core/source/block.ts";
import { childElement, childElements, type XmlElement } from "../xml/xml-element.ts";
import { alternative } from "./alternative-content.ts";
import { append } from "./append.ts";
import { type DocumentContext, madeBy, type Story } from "./document-context.ts";
import { createFieldStates, type FieldStates } from "./field-states.ts";
import { deletedText, type InlineScope, writeInline } from "./inline-content.ts";
import { OpenComments } from "./open-comments.ts";
import { isDropCap, type ParagraphKind, paragraphKind } from "./paragraph-properties.ts";
import { ParagraphWriter, type WrittenLine, withRevisions } from "./paragraph-writer.ts";
import { type TableScope, tableBlocks } from "./table-content.ts";
import { type Made, resolveEvents, type TrackedEvent, type TrackedRange } from "./tracked-events.ts";

/** A tracked change around whole blocks. */
export type Ambient = { readonly kind: "inserted" | "deleted"; readonly made: Made } | null;

interface OpenParagraph {
  readonly writer: ParagraphWriter;
  readonly kind: ParagraphKind;
}

/** Where blocks go: the story itself, a table cell, a text box. */
interface Sink {
  readonly blocks: Block[];
  readonly fields: FieldStates;
  /** In the head of a column, lines are broken only to fit. */
  readonly breaksLines: boolean;
  /** A paragraph whose end was deleted, or the first letter of one: the next one goes on with it. */
  pending: OpenParagraph | null;
}

/** Reads one story, block by block. */
export class BlockReader implements TableScope {
  readonly #context: DocumentContext;
  readonly #story: Story;
  readonly #comments: OpenComments;
  readonly #top: Sink;
  /** What happened where there are no words, to be told with the next. */
  #waiting: TrackedEvent[] = [];

  constructor(context: DocumentContext, story: Story) {
    this.#context = context;
    this.#story = story;
    this.#comments = new OpenComments(context.comments);
    this.#top = this.#sink(true);
  }

  take(block: XmlElement): void {
    this.#block(block, this.#top, null);
  }

  /** All blocks of the story. To be called once, behind the last block. */
  end(): Block[] {
    const { blocks } = this.#top;
    this.#endSink(this.#top);
    const last = blocks.at(-1);
    if (last !== undefined) blocks.splice(-1, 1, withEvents(last, this.#waiting));
    return blocks;
  }

  cellBlocks(cell: XmlElement, isHeader: boolean, ambient: Ambient): readonly Block[] {
    return this.#contained(childElements(cell), !isHeader, ambient);
  }

  commentEdge(element: XmlElement): void {
    append(this.#waiting, this.#comments.edge(element));
  }

  deleted(element: XmlElement, made: Made): void {
    this.#waiting.push(...this.#deletion(element, made, false), { kind: "deleted", text: "\n", ...made });
  }

  startTable(): number {
    return this.#context.counts.tables++;
  }

  #sink(breaksLines: boolean): Sink {
    const fields = createFieldStates(this.#context.hasBalancedFields);
    return { blocks: [], fields, breaksLines, pending: null };
  }

  /** Blocks that stand inside another: in a cell, in a text box. */
  #contained(elements: readonly XmlElement[], breaksLines: boolean, ambient: Ambient): readonly Block[] {
    const sink = this.#sink(breaksLines);
    for (const element of elements) this.#block(element, sink, ambient);
    this.#endSink(sink);
    return sink.blocks;
  }

  #blocksIn(wrapper: XmlElement | null, sink: Sink, ambient: Ambient): void {
    for (const child of wrapper?.children ?? []) if (typeof child !== "string") this.#block(child, sink, ambient);
  }

  #block(element: XmlElement, sink: Sink, ambient: Ambient): void {
    switch (element.name) {
      case "w:p":
        this.#paragraph(element, childElement(element, "w:pPr"), sink, ambient);
        break;
      case "w:tbl":
        this.#finishPending(sink);
        append(sink.blocks, tableBlocks(element, this, ambient));
        break;
      case "w:sdt":
        this.#blocksIn(childElement(element, "w:sdtContent"), sink, ambient);
        break;
      case "mc:AlternateContent":
        this.#blocksIn(alternative(element), sink, ambient);
        break;
      case "w:ins":
      case "w:moveTo":
        this.#blocksIn(element, sink, { kind: "inserted", made: madeBy(element) });
        break;
      case "w:del":
      case "w:moveFrom":
        this.#blocksIn(element, sink, { kind: "deleted", made: madeBy(element) });
        break;
      case "w:commentRangeStart":
      case "w:commentRangeEnd":
        this.commentEdge(element);
        break;
      case "w:altChunk":
      case "w:subDoc":
        this.#context.counts.importedParts++;
        break;
      case "w:sectPr":
        this.#context.notes.endSection();
        break;
      case "w:r":
      case "w:hyperlink":
      case "w:fldSimple":
      case "m:oMath":
      case "m:oMathPara":
        // Not allowed here, but nothing that is written is to be lost.
        this.#paragraph({ name: "w:p", attributes: {}, children: [element] }, null, sink, ambient);
        break;
      default:
        this.#blocksIn(element, sink, ambient);
    }
  }

  #paragraph(element: XmlElement, properties: XmlElement | null, sink: Sink, ambient: Ambient): void {
    const kind = paragraphKind(properties, this.#context);
    const writer = sink.pending?.writer ?? new ParagraphWriter(sink.breaksLines && kind.kind !== "heading");
    sink.pending = null;
    for (const event of this.#waiting.splice(0)) writer.track(event);
    this.#write(element, properties, writer, sink, ambient);
    const goesOn = this.#tellEnd(properties, writer, ambient) || isDropCap(properties);
    if (goesOn) sink.pending = { writer, kind };
    else this.#finish({ writer, kind }, sink);
    if (childElement(properties, "w:pPrChange") !== null) this.#context.counts.formatChanges++;
    if (childElement(properties, "w:sectPr") !== null) this.#context.notes.endSection();
  }

  #write(
    element: XmlElement,
    properties: XmlElement | null,
    writer: ParagraphWriter,
    { fields, breaksLines }: Sink,
    ambient: Ambient,
  ): void {
    const styleId = childElement(properties, "w:pStyle")?.attributes["w:val"] ?? null;
    const { isHidden } = this.#context.styles.paragraph(styleId);
    if (ambient?.kind === "deleted") {
      for (const event of this.#deletion(element, ambient.made, isHidden)) writer.track(event);
      return;
    }
    const range: TrackedRange | null = ambient && { kind: "inserted", ...ambient.made };
    if (range !== null) writer.track({ kind: "begins", range });
    const scope: InlineScope = {
      context: this.#context,
      story: this.#story,
      fields,
      comments: this.#comments,
      writer,
      takeBlocks: (blocks) => append(writer.inside, this.#contained(blocks, breaksLines, ambient)),
    };
    writeInline(element, scope, isHidden);
    if (range !== null) writer.track({ kind: "ends", range });
  }

  /** None where nothing was deleted that could be read. */
  #deletion(element: XmlElement, made: Made, isHidden: boolean): TrackedEvent[] {
    const text = deletedText(element, this.#context, isHidden);
    return text === "" ? [] : [{ kind: "deleted", text, ...made }];
  }

  /** Tells what was done to the end of a paragraph. True where it was deleted, so that the next one goes on here. */
  #tellEnd(properties: XmlElement | null, writer: ParagraphWriter, ambient: Ambient): boolean {
    const ofEnd = childElement(properties, "w:rPr");
    const deleted = childElement(ofEnd, "w:del") ?? childElement(ofEnd, "w:moveFrom");
    const deletedBy = deleted !== null ? madeBy(deleted) : ambient?.kind === "deleted" ? ambient.made : null;
    const inserted = childElement(ofEnd, "w:ins") ?? childElement(ofEnd, "w:moveTo");
    if (deletedBy !== null) writer.track({ kind: "deleted", text: "\n", ...deletedBy });
    else if (inserted !== null && writer.hasWords) writer.track({ kind: "paragraph-inserted", ...madeBy(inserted) });
    return deletedBy !== null;
  }

  #finish({ writer, kind }: OpenParagraph, sink: Sink): void {
    const { lines, untold } = writer.finish();
    if (lines.length > 0) this.#context.countParagraph();
    for (const line of lines) sink.blocks.push(this.#blockOf(line, kind));
    append(this.#waiting, untold);
    append(sink.blocks, writer.inside);
  }

  #blockOf(line: WrittenLine, kind: ParagraphKind): Block {
    const { note, isRunningHead } = this.#story;
    if (isRunningHead) return { ...line, kind: "running-head", level: null };
    return note === null ? { ...line, ...kind } : { ...line, kind: "note", level: null, note };
  }

  #finishPending(sink: Sink): void {
    const { pending } = sink;
    sink.pending = null;
    if (pending !== null) this.#finish(pending, sink);
  }

  #endSink(sink: Sink): void {
    this.#finishPending(sink);
    if (!sink.fields.isVisible) this.#context.counts.brokenFields++;
  }
}

/** The block, with what happened behind its last word. */
function withEvents(block: Block, events: readonly TrackedEvent[]): Block {
  const atUtf16 = block.text.length;
  const placed = events.map((event) => ({ event, atUtf16 }));
  return withRevisions(block, resolveEvents(placed, atUtf16).revisions);
}
