/** Gathers the lines of one paragraph, with what was changed and commented in them. Must not decide what is visible. */
import type { Block } from "../../../core/source/block.ts";
import { type FinishedLine, LineWriter, type TextLook } from "./line-writer.ts";
import { type PlacedEvent, resolveEvents, type TrackedEvent } from "./tracked-events.ts";

/** A line as it goes into a block. */
export type WrittenLine = Pick<Block, "text" | "spans" | "revisions">;

export class ParagraphWriter {
  /** Blocks that stand inside the paragraph, as those of text boxes do: they follow it. */
  readonly inside: Block[] = [];
  readonly #lines: WrittenLine[] = [];
  readonly #breaksLines: boolean;
  #line = new LineWriter();
  #events: PlacedEvent[] = [];

  /** `breaksLines` is false where a line break serves only the looks, as in a heading. */
  constructor(breaksLines: boolean) {
    this.#breaksLines = breaksLines;
  }

  /** True once there is something to read. */
  get hasWords(): boolean {
    return this.#lines.length > 0 || !this.#line.isEmpty;
  }

  text(text: string, look: TextLook): void {
    this.#line.add(text, look);
  }

  lineBreak(look: TextLook): void {
    if (this.#breaksLines) this.#endLine();
    else this.#line.add(" ", look);
  }

  track(event: TrackedEvent): void {
    this.#events.push({ event, atUtf16: this.#line.placeUtf16 });
  }

  /** The lines; and what happened where there were no words, to be told with those that follow. */
  finish(): { readonly lines: readonly WrittenLine[]; readonly untold: readonly TrackedEvent[] } {
    this.#endLine();
    const last = this.#lines.at(-1);
    if (last === undefined) return { lines: [], untold: this.#events.map(({ event }) => event) };
    const lengthUtf16 = last.text.length;
    const rest = this.#events.map(({ event }) => ({ event, atUtf16: lengthUtf16 }));
    const { revisions } = resolveEvents(rest, lengthUtf16);
    if (revisions.length > 0) this.#lines.splice(-1, 1, withRevisions(last, revisions));
    return { lines: this.#lines, untold: [] };
  }

  #endLine(): void {
    // In an empty line, all that happened stands at its beginning: so it does in the next.
    if (this.#line.isEmpty) return;
    const finished = this.#line.finish();
    this.#line = new LineWriter();
    if (finished.text !== "") this.#lines.push(this.#written(finished));
    else this.#events = this.#events.map(({ event }) => ({ event, atUtf16: 0 }));
  }

  #written({ text, spans, clamp }: FinishedLine): WrittenLine {
    const placed = this.#events.map(({ event, atUtf16 }) => ({ event, atUtf16: clamp(atUtf16) }));
    const { revisions, ongoing } = resolveEvents(placed, text.length);
    this.#events = ongoing.map((range) => ({ event: { kind: "begins", range }, atUtf16: 0 }));
    return withRevisions({ text, ...(spans.length > 0 && { spans }) }, revisions);
  }
}

/** The line with revisions more than it has. */
export function withRevisions<Line extends WrittenLine>(line: Line, added: NonNullable<Block["revisions"]>): Line {
  return added.length === 0 ? line : { ...line, revisions: [...(line.revisions ?? []), ...added] };
}
