/**
 * From RTF to blocks: keeps the state of the groups, and hands text to the flow that it belongs to. What the groups
 * called destinations mean is told in rtf-destinations.ts.
 */
import type { Block } from "../../../core/source/block.ts";
import { AttacheError } from "../../../ipc/errors.ts";
import { HiddenText } from "../hidden-text.ts";
import { isoOfDttm } from "./rtf-dates.ts";
import { enterDestination, isHiddenDestination, startStyle } from "./rtf-destinations.ts";
import { type FlowNumbers, MAIN_FLOW, type ParagraphFormat, RtfFlow } from "./rtf-flow.ts";
import { NoteCounter } from "./rtf-notes.ts";
import { applyFormatting, firstState, formatOf, type RtfState, textStyleOf } from "./rtf-state.ts";
import type { RtfStyle } from "./rtf-styles.ts";
import { type RtfHandler, RtfWalker } from "./rtf-walker.ts";
import type { Made, TextStyle } from "./text-style.ts";

/** Beyond, nobody reads it and the window could not show it. */
const MAX_BLOCKS = 300_000;
const MAX_TEXT_UTF16 = 1 << 26;

/** What a document says of itself. */
export interface RtfInformation {
  title: string;
  author: string;
  /** ISO 8601, or null. */
  created: string | null;
}

/** Who writes the next comment, and the places where the text that comments are about begins. */
export interface Comments {
  author: string;
  readonly starts: Map<string, { readonly paragraph: unknown; readonly fromUtf16: number }>;
  count: number;
}

const PARAGRAPH_ENDS: ReadonlySet<string> = new Set(["par", "sect", "page", "column", "\r", "\n"]);
const LINE_BREAKS: ReadonlySet<string> = new Set(["line", "lbr"]);

export class RtfInterpreter implements RtfHandler {
  readonly walker: RtfWalker;
  readonly numbers: FlowNumbers = { tables: 0, blocks: 0 };
  readonly styles = new Map<number, RtfStyle>();
  readonly reviewers: string[] = [];
  readonly information: RtfInformation = { title: "", author: "", created: null };
  readonly notes: Block[] = [];
  /** By their text: a line that repeats is kept once. */
  readonly runningHeads = new Map<string, Block>();
  readonly footnotes = new NoteCounter("footnote");
  readonly endnotes = new NoteCounter("endnote");
  readonly comments: Comments = { author: "", starts: new Map(), count: 0 };
  readonly bytes: Uint8Array;
  readonly hidden = new HiddenText();
  /** Where the number of the next note stands in the paragraph, once it is written. */
  noteMark: { readonly paragraph: unknown; readonly fromUtf16: number; readonly toUtf16: number } | null = null;
  state: RtfState;
  private readonly main: RtfFlow;
  private readonly fileName: string;
  private readonly stack: RtfState[] = [];
  private readonly made = new Map<string, Made>();
  private textLength = 0;

  constructor(bytes: Uint8Array, start: number, fileName: string) {
    this.bytes = bytes;
    this.fileName = fileName;
    this.main = new RtfFlow(MAIN_FLOW, this.numbers);
    this.state = firstState(this.main);
    this.walker = new RtfWalker(bytes, start, fileName, this);
  }

  /** All blocks: the text, then its notes, then what repeats on its pages. Throws AttacheError `file-too-complex`. */
  read(): Block[] {
    this.walker.walk();
    const blocks = this.main.finish(this.format());
    return [...blocks, ...this.notes, ...this.runningHeads.values()];
  }

  format(): ParagraphFormat {
    return formatOf(this.state, this.styles);
  }

  textStyle(): TextStyle {
    return textStyleOf(this.state, (author, time) => this.madeBy(author, time));
  }

  /** The same object for the same author and time, so that runs of one change can be told to belong together. */
  private madeBy(author: number, time: number): Made {
    const key = `${author} ${time}`;
    const known = this.made.get(key);
    if (known) return known;
    const name = this.reviewers[author]?.trim() ?? "";
    const made = { author: name === "" || name === "Unknown" ? null : name, date: isoOfDttm(time) };
    this.made.set(key, made);
    return made;
  }

  open(): void {
    this.stack.push(this.state);
    this.state = { ...this.state, onClose: null };
    if (this.state.isInStylesheet) startStyle(this);
  }

  close(): void {
    const { onClose } = this.state;
    onClose?.();
    this.state = this.stack.pop() ?? this.state;
  }

  text(text: string): void {
    const { state } = this;
    if (state.sink !== null) {
      state.sink.text += text;
      this.guard(text.length);
    } else if (state.isHidden) {
      this.hidden.leaveOut(text);
      this.guard(text.length);
    } else {
      this.hidden.gap();
      state.flow.append(text, this.textStyle());
      this.guard(text.length);
    }
  }

  private guard(lengthUtf16: number): void {
    this.textLength += lengthUtf16;
    if (this.textLength <= MAX_TEXT_UTF16 && this.numbers.blocks <= MAX_BLOCKS) return;
    throw new AttacheError(
      "file-too-complex",
      `${this.fileName} has more text than Attaché can read at once and was not imported. Split it, or import only the part that you need.`,
    );
  }

  control(word: string, parameter: number | null, isStarred: boolean): void {
    if (enterDestination(this, word)) return;
    if (isStarred || isHiddenDestination(word)) this.walker.skipGroup();
    else if (!applyFormatting(this.state, word, parameter)) this.structure(word, parameter);
  }

  private structure(word: string, parameter: number | null): void {
    const { state } = this;
    if (this.footnotes.control(word, parameter) || this.endnotes.control(word, parameter)) return;
    if (state.sink !== null) {
      if (PARAGRAPH_ENDS.has(word) || LINE_BREAKS.has(word)) state.sink.text += " ";
      else if (parameter !== null) state.sink.numbers.set(word, parameter);
      return;
    }
    const { flow } = state;
    if (PARAGRAPH_ENDS.has(word)) {
      this.hidden.gap();
      flow.endParagraph(this.format());
      this.guard(1);
    } else if (LINE_BREAKS.has(word)) {
      if (state.isHidden) this.hidden.leaveOut(" ");
      else flow.breakLine(this.format(), this.textStyle());
    } else if (word === "chftn") this.writeNoteMark();
    else if (word === "trowd") flow.isHeaderRow = false;
    else if (word === "trhdr") flow.isHeaderRow = true;
    else if (word === "cell") flow.endCell({ ...this.format(), tableDepth: 1 });
    else if (word === "row") flow.endRow(1);
    else if (word === "nestcell") flow.endCell({ ...this.format(), tableDepth: this.nestedDepth() });
    else if (word === "nestrow") flow.endRow(this.nestedDepth());
  }

  private nestedDepth(): number {
    return Math.max(2, this.state.tableDepth);
  }

  /** The number of the note that follows. Whether that is a footnote or an endnote, only the note itself says. */
  private writeNoteMark(): void {
    const { flow } = this.state;
    if (flow.isNote || this.state.isDeleted || this.state.isHidden) return;
    const ahead = Buffer.from(this.bytes.subarray(this.walker.position, this.walker.position + 600)).toString("latin1");
    const isEndnote = /\\footnote\b[^\\]*\\ftnalt\b/u.test(ahead);
    const fromUtf16 = flow.paragraph.lengthUtf16;
    flow.append((isEndnote ? this.endnotes : this.footnotes).mark(), this.textStyle());
    this.noteMark = { paragraph: flow.paragraph, fromUtf16, toUtf16: flow.paragraph.lengthUtf16 };
  }
}
