/**
 * Gathers one line of text: folds white space as Word's readers would copy it, and keeps the stretches that are more
 * than plain. Must not know where the text comes from.
 */
import type { Emphasis, Span } from "../../../core/source/span.ts";

/** What a piece of text is besides its characters. Texts that are alike share one, so that comparing is quick. */
export interface TextLook {
  readonly emphases: readonly Emphasis[];
  readonly url: string | null;
  /** Of a note's mark: the name of the note. */
  readonly note: string | null;
}

export const PLAIN_LOOK: TextLook = { emphases: [], url: null, note: null };

export interface FinishedLine {
  readonly text: string;
  readonly spans: Span[];
  /** Where an offset taken from `placeUtf16` lies in the text. */
  readonly clamp: (offsetUtf16: number) => number;
}

/** White space that separates words; the non-breaking space is none. */
const FOLDED = /[ \t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Whatever needs more than to be added: other white space than single spaces, and hyphens that are not shown. */
const UNEVEN = /[\t\n\v\f\r\u0085\u2028\u2029\u00AD]| {2}/;
/** Says where a word may be divided: a hint for printing, not a character of the text. */
const SOFT_HYPHEN = /\u00AD/g;

interface Stretch {
  readonly fromUtf16: number;
  toUtf16: number;
}

export class LineWriter {
  #text = "";
  /** The look of a space that is added only when text follows it. */
  #space: TextLook | null = null;
  readonly #emphases = new Map<Emphasis, Stretch[]>();
  readonly #links: (Stretch & { readonly url: string })[] = [];
  readonly #notes: (Stretch & { readonly note: string })[] = [];

  /** Where text that is added now would begin. */
  get placeUtf16(): number {
    return this.#text.length + (this.#space === null ? 0 : 1);
  }

  get isEmpty(): boolean {
    return this.#text === "";
  }

  add(text: string, look: TextLook): void {
    const folded = UNEVEN.test(text) ? text.replace(SOFT_HYPHEN, "").replace(FOLDED, " ") : text;
    if (folded === "") return;
    if (folded === " ") {
      this.#addSpace(look);
      return;
    }
    const startsWithSpace = folded.startsWith(" ");
    const endsWithSpace = folded.endsWith(" ");
    if (startsWithSpace) this.#addSpace(look);
    if (this.#space !== null) this.#append(" ", this.#space);
    this.#space = null;
    const isWhole = !startsWithSpace && !endsWithSpace;
    this.#append(isWhole ? folded : folded.slice(Number(startsWithSpace), endsWithSpace ? -1 : undefined), look);
    if (endsWithSpace) this.#addSpace(look);
  }

  finish(): FinishedLine {
    const trimmedEnd = this.#text.trimEnd();
    const text = trimmedEnd.trimStart();
    const startUtf16 = trimmedEnd.length - text.length;
    const clamp = (offsetUtf16: number): number => Math.min(Math.max(offsetUtf16 - startUtf16, 0), text.length);
    const place = (stretch: Stretch) => withoutSpaces(text, clamp(stretch.fromUtf16), clamp(stretch.toUtf16));
    const spans: Span[] = [];
    for (const [emphasis, stretches] of this.#emphases) {
      for (const stretch of stretches) spans.push({ kind: "emphasis", ...place(stretch), emphasis });
    }
    for (const link of this.#links) spans.push({ kind: "link", ...place(link), url: link.url });
    for (const mark of this.#notes) spans.push({ kind: "note-mark", ...place(mark), note: mark.note });
    const shown = spans.filter(({ fromUtf16, toUtf16 }) => toUtf16 > fromUtf16);
    return { text, spans: shown.sort((a, b) => a.fromUtf16 - b.fromUtf16 || b.toUtf16 - a.toUtf16), clamp };
  }

  #addSpace(look: TextLook): void {
    if (this.#text !== "") this.#space ??= look;
  }

  #append(text: string, { emphases, url, note }: TextLook): void {
    const fromUtf16 = this.#text.length;
    this.#text += text;
    const toUtf16 = this.#text.length;
    for (const emphasis of emphases) {
      const stretches = this.#emphases.get(emphasis) ?? [];
      if (stretches.length === 0) this.#emphases.set(emphasis, stretches);
      extend(stretches, { fromUtf16, toUtf16 }, true);
    }
    if (url !== null) extend(this.#links, { fromUtf16, toUtf16, url }, this.#links.at(-1)?.url === url);
    if (note !== null) extend(this.#notes, { fromUtf16, toUtf16, note }, this.#notes.at(-1)?.note === note);
  }
}

/** A stretch of a text without the spaces at its ends: they look the same with any emphasis. */
function withoutSpaces(text: string, fromUtf16: number, toUtf16: number): Stretch {
  let from = fromUtf16;
  let to = toUtf16;
  while (from < to && text.charAt(from) === " ") from++;
  while (to > from && text.charAt(to - 1) === " ") to--;
  return { fromUtf16: from, toUtf16: to };
}

/** Makes the last stretch longer where the new one is alike and follows at once. */
function extend<Kind extends Stretch>(stretches: Kind[], added: Kind, isAlike: boolean): void {
  const last = stretches.at(-1);
  if (isAlike && last !== undefined && last.toUtf16 === added.fromUtf16) last.toUtf16 = added.toUtf16;
  else stretches.push(added);
}
