/**
 * What the marks of notes show, and in which order the notes stand. Labels that are numbers or signs are shown as they
 * are written; where one is a word, all notes are numbered as the text comes to them, as Markdown is shown everywhere.
 */
import type { FootnoteDefinition } from "mdast";
import type { ParsedPiece } from "./parse-markdown.ts";

interface DefinedNote {
  readonly node: FootnoteDefinition;
  readonly piece: ParsedPiece;
}

const SHOWN_AS_WRITTEN = /^(?:\d{1,4}|[*†‡§¶#]{1,4})$/u;

export class NoteMarks {
  private readonly isAsWritten: boolean;
  /** Identifiers in the order of their first mark, and the number of each. */
  private readonly order: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly defined = new Map<string, DefinedNote[]>();

  constructor(labels: ReadonlySet<string>) {
    this.isAsWritten = [...labels].every((label) => SHOWN_AS_WRITTEN.test(label));
  }

  markOf(identifier: string): string {
    const known = this.numbers.get(identifier);
    const number = known ?? this.order.push(identifier);
    if (known === undefined) this.numbers.set(identifier, number);
    return this.isAsWritten ? identifier : String(number);
  }

  define(node: FootnoteDefinition, piece: ParsedPiece): void {
    const { identifier } = node;
    this.defined.set(identifier, [...(this.defined.get(identifier) ?? []), { node, piece }]);
  }

  /** Writing a note may come upon the marks of others, and within it others may be defined: they are given too. */
  *inOrder(): Generator<DefinedNote> {
    let at = 0;
    while (this.defined.size > 0) {
      const referred = this.order[at];
      at += 1;
      const identifier = referred ?? this.defined.keys().next().value ?? "";
      const notes = this.defined.get(identifier) ?? [];
      this.defined.delete(identifier);
      yield* notes;
    }
  }
}
