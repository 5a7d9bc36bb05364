/**
 * From the fragments of all pages to blocks in reading order and the runs of each page. Puts the steps together; each
 * step knows its own rules.
 */
import type { Block } from "../../../core/source/block.ts";
import type { Page } from "../../../core/source/page.ts";
import { BlockList } from "./block-list.ts";
import { headingLevels, kindOf, type OutlineLevels, type ParagraphKind } from "./classify-paragraph.ts";
import { findLineNumbers } from "./find-line-numbers.ts";
import { type FoundNote, findNotes, type NoteMark } from "./find-notes.ts";
import { findRunningHeads, type RunningHead } from "./find-running-heads.ts";
import { formLines } from "./form-lines.ts";
import { formParagraphs } from "./form-paragraphs.ts";
import type { Fragment } from "./fragment.ts";
import { type FlowParagraph, joinFlow } from "./join-flow.ts";
import { collectWords } from "./join-lines.ts";
import { listLevels } from "./list-levels.ts";
import type { Paragraph } from "./paragraph.ts";
import type { PageText } from "./read-pages.ts";
import { type KnownGutters, splitColumns } from "./split-columns.ts";
import type { TypeFacts } from "./type-facts.ts";

type Classified = Paragraph & { readonly kind: ParagraphKind };

export interface LaidOut {
  readonly blocks: Block[];
  /** By page, in order. */
  readonly runs: Page["runs"][];
}

/** The blocks of the document: its text, then the notes from the foot of its pages, then its running heads. */
export function layOutDocument(pages: readonly PageText[], facts: TypeFacts, outline: OutlineLevels): LaidOut {
  const heads = findHeads(pages, facts);
  const setApart = new Set(heads.flatMap(({ fragments }) => fragments));
  const text = pages.map(({ number, frames }) => ({
    number,
    frames: frames.map(({ fragments }) => {
      const kept = fragments.filter((fragment) => !setApart.has(fragment));
      return { fragments: kept, split: splitColumns(kept) };
    }),
  }));
  const known = knownGutters(text.flatMap(({ frames }) => frames.map(({ split }) => split.gutters)));

  const flow: Classified[] = [];
  const notes: FoundNote<Classified>[] = [];
  const marks = new Map<Fragment, readonly NoteMark[]>();
  let tables = 0;
  for (const { number, frames } of text) {
    const regions = frames.flatMap(({ fragments, split }) =>
      known.xs.length > 0 && split.isSideBySide ? splitColumns(fragments, known).regions : split.regions,
    );
    const paragraphs = regions.map(({ fragments }): Classified[] => {
      const formed = formParagraphs(formLines(fragments), number, facts, tables);
      tables += formed.tables;
      return formed.paragraphs.map((each) => ({ ...each, kind: kindOf(each, facts, outline) }));
    });
    const found = findNotes(paragraphs, number, facts);
    for (const [fragment, places] of found.marks) marks.set(fragment, places);
    notes.push(...found.notes);
    const inNotes = new Set<Paragraph>(found.notes.flatMap((note) => note.paragraphs));
    flow.push(...paragraphs.flatMap((region) => withEndsMarked(region.filter((each) => !inNotes.has(each)))));
  }
  return compose(joinFlow(flow, facts), notes, heads, marks, pages, facts, outline);
}

/** Running heads, and with them the numbers of lines: both repeat on every page and stand outside of the text. */
function findHeads(pages: readonly PageText[], facts: TypeFacts): RunningHead[] {
  const numbers: RunningHead[] = [];
  const frames = pages.flatMap(({ number, heightPoints, widthPoints, frames: all }) =>
    all.map(({ direction, fragments }) => {
      const lineNumbers = new Set(findLineNumbers(fragments));
      for (const fragment of lineNumbers) numbers.push({ page: number, fragments: [fragment], signature: "#" });
      return {
        page: number,
        direction,
        heightPoints: direction === 0 || direction === 180 ? heightPoints : widthPoints,
        fragments: lineNumbers.size === 0 ? fragments : fragments.filter((fragment) => !lineNumbers.has(fragment)),
      };
    }),
  );
  return [...findRunningHeads(frames, pages.length, facts.bodySize), ...numbers];
}

/** With its notes taken out, a region ends where its text ends. */
function withEndsMarked(region: readonly Classified[]): Classified[] {
  return region.map((paragraph, index) =>
    index === region.length - 1 ? { ...paragraph, isLastOfRegion: true } : paragraph,
  );
}

/** Gutters that at least two pages share. */
function knownGutters(byPage: readonly (readonly number[])[]): KnownGutters {
  const counts = new Map<number, number>();
  for (const gutters of byPage) {
    for (const key of new Set(gutters.map((x) => Math.round(x / 6)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { xs: [...counts].filter(([, count]) => count >= 2).map(([key]) => key * 6) };
}

function compose(
  flow: readonly FlowParagraph[],
  notes: readonly FoundNote<Classified>[],
  heads: readonly RunningHead[],
  marks: ReadonlyMap<Fragment, readonly NoteMark[]>,
  pages: readonly PageText[],
  facts: TypeFacts,
  outline: OutlineLevels,
): LaidOut {
  const dividesUnseen = !dividesVisibly(linesOf(flow, notes));
  const words = collectWords(linesOf(flow, notes), lineEnds(flow, notes, dividesUnseen));
  const headings = flow.filter(({ kind }) => kind === "heading");
  const levels = new Map<Paragraph, number>();
  headingLevels(headings, facts, outline).forEach((level, index) => {
    const heading = headings[index];
    if (heading !== undefined) levels.set(heading, level);
  });
  for (const [paragraph, level] of listLevels(flow)) levels.set(paragraph, level);
  const list = new BlockList(pages.length, {
    words,
    facts,
    marks,
    dividesUnseen,
  });
  for (const paragraph of flow) list.addParagraph(paragraph, levels.get(paragraph) ?? null);
  for (const note of notes) list.addNote(note);
  for (const head of distinct(heads)) list.addRunningHead(head);
  return list.done();
}

/** A document that divides words by hyphens which are seen does so again and again. */
function dividesVisibly(lines: Iterable<string>): boolean {
  let divided = 0;
  for (const line of lines) if (/\p{Ll}[-\u2010]$/u.test(line.slice(-3))) divided += 1;
  return divided > MAX_COMPOUNDS_AT_LINE_END;
}

/** So many compounds may fall on the end of a line by chance. */
const MAX_COMPOUNDS_AT_LINE_END = 5;

/** The pairs of lines that a hyphen parts, or might. */
function* lineEnds(
  flow: readonly FlowParagraph[],
  notes: readonly FoundNote<Classified>[],
  dividesUnseen: boolean,
): Iterable<[string, string]> {
  const divided = dividesUnseen ? /\p{L}[-\u2010]?$/u : /[-\u2010]$/u;
  for (const { lines } of [...flow, ...notes.flatMap(({ paragraphs }) => paragraphs)]) {
    for (let index = 1; index < lines.length; index += 1) {
      const [upper, lower] = [lines[index - 1]?.fragment.text ?? "", lines[index]?.fragment.text ?? ""];
      if (divided.test(upper)) yield [upper, lower];
    }
  }
}

function* linesOf(flow: readonly FlowParagraph[], notes: readonly FoundNote<Classified>[]): Iterable<string> {
  for (const { lines } of flow) for (const { fragment } of lines) yield fragment.text;
  for (const { paragraphs } of notes)
    for (const { lines } of paragraphs) for (const { fragment } of lines) yield fragment.text;
}

/** Each running head once, as it stands first: numbers make no difference. */
function distinct(heads: readonly RunningHead[]): RunningHead[] {
  const first = new Map<string, RunningHead>();
  for (const head of heads) {
    const known = first.get(head.signature);
    if (known === undefined || head.page < known.page) first.set(head.signature, head);
  }
  return [...first.values()];
}
