/**
 * Gathers blocks and, page by page, where their text comes from. Must not decide what a paragraph is.
 */
import type { Block, PageStart } from "../../../core/source/block.ts";
import type { Page } from "../../../core/source/page.ts";
import type { Span } from "../../../core/source/span.ts";
import { type ComposedText, type ComposeOptions, composeText, type PlacedRun } from "./compose-text.ts";
import type { FoundNote, NoteMark } from "./find-notes.ts";
import type { RunningHead } from "./find-running-heads.ts";
import type { Fragment } from "./fragment.ts";
import type { FlowParagraph } from "./join-flow.ts";
import type { KnownWords } from "./join-lines.ts";
import { bulletLength } from "./list-marks.ts";
import { firstLine, type Paragraph, type PlacedLine } from "./paragraph.ts";
import { isAllBold, type TypeFacts } from "./type-facts.ts";

export interface BlockContext {
  readonly words: KnownWords;
  readonly facts: TypeFacts;
  readonly dividesUnseen: boolean;
  readonly marks: ReadonlyMap<Fragment, readonly NoteMark[]>;
}

export class BlockList {
  private readonly blocks: Block[] = [];
  private readonly runs: Page["runs"][];
  private lengthUtf16 = 0;

  private readonly context: BlockContext;

  constructor(pageCount: number, context: BlockContext) {
    this.context = context;
    this.runs = Array.from({ length: pageCount }, () => []);
  }

  addParagraph(paragraph: FlowParagraph, level: number | null): void {
    const { kind, lines, measures, cell } = paragraph;
    const skipUtf16 = kind === "list-item" ? bulletLength(firstLine(paragraph).text) : 0;
    const composed = this.compose(lines, measures, skipUtf16, kind !== "heading");
    const isHeader = cell?.row === 0 && lines.every(({ fragment }) => isAllBold(fragment, this.context.facts));
    this.add(composed, {
      kind,
      level: kind === "heading" || kind === "list-item" ? (level ?? 1) : null,
      ...(cell === null ? {} : { cell: { ...cell, isHeader } }),
    });
  }

  addNote<Each extends Paragraph>({ id, start, paragraphs }: FoundNote<Each>): void {
    const lines = paragraphs.flatMap((paragraph) => paragraph.lines);
    const measures = paragraphs.flatMap((paragraph) => paragraph.lines.map(() => paragraph.measure));
    this.add(this.compose(lines, measures, start.lengthUtf16, true), { kind: "note", level: null, note: id });
  }

  addRunningHead({ page, fragments }: RunningHead): void {
    const lines = fragments.map((fragment): PlacedLine => ({ fragment, page }));
    const texts: ComposedText[] = lines.map((line) => this.compose([line], [], 0, false));
    let text = "";
    const runs: PlacedRun[] = [];
    for (const each of texts) {
      if (text !== "") text += " ";
      const shift = text.length;
      runs.push(...each.runs.map((run) => ({ ...run, fromUtf16: run.fromUtf16 + shift })));
      text += each.text;
    }
    this.add({ text, runs, pages: [{ fromUtf16: 0, page }], spans: [] }, { kind: "running-head", level: null });
  }

  done(): { readonly blocks: Block[]; readonly runs: Page["runs"][] } {
    return { blocks: this.blocks, runs: this.runs };
  }

  private compose(
    lines: readonly PlacedLine[],
    measures: FlowParagraph["measures"],
    skipUtf16: number,
    withEmphasis: boolean,
  ): ComposedText {
    const options: ComposeOptions = { ...this.context, skipUtf16, withEmphasis };
    return composeText(lines, measures, options);
  }

  private add(
    { text, runs, pages, spans }: ComposedText,
    about: Pick<Block, "kind" | "level" | "cell" | "note">,
  ): void {
    if (text === "") return;
    for (const { item, itemFromUtf16, fromUtf16, lengthUtf16, page } of runs) {
      this.runs[page - 1]?.push(item, itemFromUtf16, this.lengthUtf16 + fromUtf16, lengthUtf16);
    }
    this.blocks.push({ ...about, text, ...withSpans(spans), pages: pages satisfies PageStart[] });
    this.lengthUtf16 += text.length + 1;
  }
}

function withSpans(spans: Span[]): { readonly spans?: Span[] } {
  return spans.length === 0 ? {} : { spans };
}
