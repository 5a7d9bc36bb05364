/** Finding 1,000 excerpts again in a source of 300 pages that changed in 200 places: how long, how many, how many wrong. */
import { type Anchor, createAnchorer } from "../src/core/excerpt/anchor.ts";
import { likelyPlaces } from "../src/core/excerpt/likely-places.ts";
import { describePassage, type Selectors } from "../src/core/excerpt/selectors.ts";
import { createTextIndex } from "../src/core/excerpt/text-index.ts";
import { median, percentile, round } from "./statistics.ts";

const PARAGRAPHS = 1500;
const EDITS = 200;
const EXCERPTS = 1000;
const ROUNDS = 5;
const PHRASES = [
  "in accordance with article 5",
  "the two sides agreed",
  "no change was recorded",
  "1.3 million talers",
];

interface Edit {
  readonly at: number;
  readonly cut: number;
  readonly put: string;
}

interface Paragraph {
  readonly text: string;
  readonly edits: Edit[];
}

interface Chosen {
  readonly selectors: Selectors;
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
}

/** Mulberry32: the same text for the same seed. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

function createText(next: (below: number) => number) {
  const letters = "etaoinshrdlucmfwypvbgk";
  const vocabulary = Array.from({ length: 3000 }, () =>
    Array.from({ length: 2 + next(9) }, () => letters[next(letters.length)]).join(""),
  );
  const word = () => (next(25) === 0 ? PHRASES[next(PHRASES.length)] : vocabulary[next(vocabulary.length)]) ?? "";
  const sentence = () => `${Array.from({ length: 6 + next(18) }, word).join(" ")}.`;
  const paragraphs = Array.from({ length: PARAGRAPHS }, (): Paragraph => {
    return { text: Array.from({ length: 2 + next(5) }, sentence).join(" "), edits: [] };
  });
  return { paragraphs, sentence, word };
}

/** Words put in, taken out and replaced; a tenth of the edits moves a paragraph to another place. */
function editText(
  { paragraphs, sentence, word }: ReturnType<typeof createText>,
  next: (below: number) => number,
): number[] {
  const order = paragraphs.map((_, index) => index);
  for (let edit = 0; edit < EDITS; edit += 1) {
    if (edit % 10 === 0) {
      const [moved = 0] = order.splice(next(order.length), 1);
      order.splice(next(order.length), 0, moved);
      continue;
    }
    const paragraph = paragraphs[next(paragraphs.length)];
    if (!paragraph || paragraph.edits.length > 0) continue;
    const at = paragraph.text.indexOf(" ", next(paragraph.text.length - 20)) + 1;
    const end = Math.max(at, paragraph.text.indexOf(" ", at));
    const put = [`${word()} `, `${sentence()} `, "", `${word()} ${word()} `][edit % 4] ?? "";
    paragraph.edits.push({ at, cut: edit % 3 === 0 ? 0 : end - at + 1, put });
  }
  return order;
}

function edited({ text, edits }: Paragraph): string {
  return edits.reduce((before, { at, cut, put }) => before.slice(0, at) + put + before.slice(at + cut), text);
}

function startsOf(texts: readonly string[]): number[] {
  let at = 0;
  return texts.map((text) => {
    at += text.length + 1;
    return at - text.length - 1;
  });
}

export async function measureReanchor(): Promise<Record<string, number>> {
  const next = numbersFrom(300);
  const made = createText(next);
  const texts = made.paragraphs.map(({ text }) => text);
  const before = texts.join("\n");
  const starts = startsOf(texts);
  const chosen = Array.from({ length: EXCERPTS }, (): Chosen => {
    const paragraph = next(texts.length);
    const text = texts[paragraph] ?? "";
    const from = text.indexOf(" ", next(Math.max(1, text.length - 40))) + 1;
    const to = Math.min(text.length - 1, from + 12 + next(220));
    const start = starts[paragraph] ?? 0;
    return { selectors: describePassage(before, start + from, start + to), paragraph, from, to };
  });
  const order = editText(made, next);
  const now = order.map((index) => edited(made.paragraphs[index] ?? { text: "", edits: [] }));
  const after = now.join("\n");
  const startsNow = startsOf(now);
  const startOf = new Map(order.map((index, place) => [index, startsNow[place] ?? 0]));

  const times: number[] = [];
  let anchors: Anchor[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    const startedAt = performance.now();
    const index = createTextIndex(after);
    const anchor = createAnchorer(index, createTextIndex(before));
    anchors = chosen.map(({ selectors }) => anchor(selectors));
    for (const [number, found] of anchors.entries()) {
      const selectors = chosen[number]?.selectors;
      if (selectors && !("selectors" in found)) likelyPlaces(index, selectors, before, 5);
    }
    times.push(performance.now() - startedAt);
  }

  const tally = { found: 0, changed: 0, ambiguous: 0, lost: 0, wrong: 0, untouched: 0 };
  for (const [index, anchor] of anchors.entries()) {
    const excerpt = chosen[index];
    const paragraph = excerpt && made.paragraphs[excerpt.paragraph];
    if (!excerpt || !paragraph) continue;
    const [edit] = paragraph.edits;
    const isTouched = edit !== undefined && edit.at < excerpt.to && edit.at + edit.cut > excerpt.from;
    const isInside = isTouched || (edit !== undefined && edit.at > excerpt.from && edit.at < excerpt.to);
    if (!isInside) tally.untouched += 1;
    const shift = edit && edit.at <= excerpt.from ? edit.put.length - edit.cut : 0;
    const right = (startOf.get(excerpt.paragraph) ?? 0) + excerpt.from + shift;
    if (!("selectors" in anchor)) tally[anchor.state] += 1;
    else {
      const { start } = anchor.selectors.position;
      const isOff = anchor.state === "changed" ? Math.abs(start - right) > 300 : isInside || start !== right;
      tally[isOff ? "wrong" : anchor.state === "changed" ? "changed" : "found"] += 1;
    }
  }
  return {
    "excerpts found again: characters of the source": before.length,
    "1,000 excerpts found again, median ms": round(median(times)),
    "1,000 excerpts found again, slowest ms": round(percentile(times, 1)),
    "of them untouched by an edit": tally.untouched,
    "of them found": tally.found,
    "of them changed": tally.changed,
    "of them ambiguous": tally.ambiguous,
    "of them lost": tally.lost,
    "of them wrong": tally.wrong,
  };
}
