/**
 * Annex C: every statement of the brief with what it rests on: its notes, its sources with their grades, and the origins
 * that those have as far as their texts show it. Its paragraph and its notes are links. Claims nothing that the review
 * does not.
 */

import type { BriefBlock, Inline, Section } from "../../../core/brief/document.ts";
import { isBlank } from "../../../core/brief/paragraph-numbers.ts";
import { findExcerpt } from "../../../core/citation/cited-material.ts";
import { shortTitle } from "../../../core/citation/short-title.ts";
import { onOneLine } from "../../../core/citation/source-words.ts";
import type { Excerpt } from "../../../core/excerpt/excerpt.ts";
import type { BriefPlace } from "../../../core/review/place.ts";
import type { SupportedStatement } from "../../../core/review/statements/statement.ts";
import type { Source, SourceId } from "../../../core/source/source.ts";
import { sourceName } from "../../../core/source/source-name.ts";
import { citationBookmark } from "./bookmarks.ts";
import type { Context } from "./context.ts";
import { gradeOf } from "./grades.ts";
import { internalLink } from "./hyperlinks.ts";
import { wordsOf } from "./inline-content.ts";
import { TEXT_WIDTH_TWIPS } from "./page.ts";
import { type BodyBlock, paragraph, paragraphXml } from "./paragraphs.ts";
import { lineBreak, textRuns } from "./runs.ts";
import { isRightToLeft } from "./scripts.ts";
import { STYLE_IDS } from "./style-ids.ts";
import { tableXml } from "./tables.ts";
import { joined, type Xml } from "./xml.ts";

const LONGEST_STATEMENT = 110;

/** How wide a column is beside the others; a style that cites in the text has no notes to name. */
const WEIGHTS = { paragraph: 16, statement: 35, notes: 9, sources: 27, origins: 20 } as const;
type Column = keyof typeof WEIGHTS;

/** The statements, but for headings, which state nothing. `title` stands above them. */
export function traceabilityAnnex(
  title: string,
  statements: readonly SupportedStatement[],
  context: Context,
): BodyBlock[] {
  const { words, input } = context;
  const columns = (Object.keys(WEIGHTS) as Column[]).filter(
    (name) => name !== "notes" || input.citations.kind === "note",
  ); // its own keys
  const rows = statements.map((statement) =>
    columns.map((name) => cell(CELLS[name](statement, context), name === "statement" && isRightToLeft(statement.text))),
  );
  return [
    paragraph(STYLE_IDS.annexHeading, textRuns(title)),
    paragraph(STYLE_IDS.sourceDetails, textRuns(words.traceabilityNote)),
    {
      kind: "table",
      xml: tableXml({
        style: STYLE_IDS.briefTable,
        columns: widthsOf(columns),
        rows: [columns.map((name) => cell(textRuns(words.traced[name]))), ...rows],
        hasHeaderRow: true,
      }),
    },
  ];
}

export function isTraced({ exemption }: SupportedStatement): boolean {
  return exemption !== "heading";
}

const CELLS: Readonly<Record<Column, (statement: SupportedStatement, context: Context) => Xml>> = {
  paragraph: (statement, context) => {
    const { name, label } = paragraphOf(statement, context);
    return name === null ? textRuns(label) : internalLink(name, textRuns(label, { style: STYLE_IDS.hyperlink }));
  },
  statement: ({ text }) => textRuns(shortened(text), { isRightToLeft: isRightToLeft(text) }),
  notes: ({ citations }, { evidenced }) =>
    joined(
      citations.flatMap(({ number }, index) => [
        ...(index > 0 ? [textRuns(", ")] : []),
        evidenced.has(number)
          ? internalLink(citationBookmark(number), textRuns(`${number}`, { style: STYLE_IDS.hyperlink }))
          : textRuns(`${number}`),
      ]),
    ),
  sources: (statement, context) => lines([...stateWords(statement, context), ...gradedSources(statement, context)]),
  origins: ({ origins }) =>
    textRuns(
      origins.length === 0
        ? ""
        : `${origins.length}: ${origins.map(({ name }) => shortTitle(onOneLine(name))).join("; ")}`,
    ),
};

/** What is to be said of a statement that rests on no source. */
function stateWords({ isAssessment, state, exemption, sourceIds }: SupportedStatement, { words }: Context): string[] {
  if (isAssessment) return [words.assessment];
  if (exemption === "question") return [words.question];
  if (exemption === "repeats-supported") return [words.repeated];
  return state === "open" || sourceIds.length === 0 ? [words.noSource] : [];
}

/** Each source that it cites, as far as it is in the project, with the grades of what is cited of it. */
function gradedSources({ citations }: SupportedStatement, { material }: Context): string[] {
  const cited = new Map<SourceId, { readonly source: Source; readonly excerpts: Excerpt[] }>();
  for (const id of citations.flatMap(({ excerptIds }) => excerptIds)) {
    const found = findExcerpt(material, id);
    if (!found) continue;
    const known = cited.get(found.source.id) ?? { source: found.source, excerpts: [] };
    known.excerpts.push(found.excerpt);
    cited.set(found.source.id, known);
  }
  return [...cited.values()].map(({ source, excerpts }) => {
    const grades = [...new Set(excerpts.map((excerpt) => gradeOf(source, excerpt)))].filter((grade) => grade !== "");
    return [shortName(source), ...(grades.length > 0 ? [`(${grades.join(", ")})`] : [])].join(" ");
  });
}

function shortName(source: Source): string {
  const { publisher, authors } = source.metadata;
  const by = publisher ?? authors[0];
  const name = shortTitle(onOneLine(sourceName(source)));
  return [...(by === undefined ? [] : [onOneLine(by)]), source.metadata.title === null ? name : `“${name}”`].join(", ");
}

/** The paragraph by its number, or by its section and its place there, and the bookmark that it is. */
function paragraphOf(
  { place, paragraphNumber }: SupportedStatement,
  { input, nameOf }: Context,
): { readonly name: string | null; readonly label: string } {
  const section = input.brief.sections.find(({ id }) => id === place.sectionId);
  const block = section?.children[place.blockIndex];
  const part = block && partOf(block, place);
  if (!section || !block || !part) return { name: null, label: paragraphNumber ?? "" };
  const inner = part.place.join(".");
  const counted = `${section.title.trim()} ${ordinalOf(section, place.blockIndex)}${inner === "" ? "" : `.${inner}`}`;
  const name = nameOf(section.id, [place.blockIndex + 1, ...part.place], wordsOf(part.children));
  return { name: isBlank(part.children) ? null : name, label: paragraphNumber ?? counted.trim() };
}

/** Which of the section's blocks with words in them it is, titles aside. */
function ordinalOf({ children }: Section, blockIndex: number): number {
  return children.slice(0, blockIndex + 1).filter((block) => {
    if (block.type === "list" || block.type === "table") return true;
    return block.type !== "heading" && !isBlank(block.children);
  }).length;
}

/** The words of a part of a block, and its place in the block, as bookmarks count it. */
function partOf(
  block: BriefBlock,
  { partIndex }: BriefPlace,
): { readonly children: readonly Inline[]; readonly place: readonly number[] } | null {
  if (block.type === "list") {
    const item = block.items[partIndex];
    return item ? { children: item.children, place: [partIndex + 1] } : null;
  }
  if (block.type !== "table") return { children: block.children, place: [] };
  const columns = block.rows[0]?.cells.length ?? 1;
  const [row, column] = [Math.floor(partIndex / columns), partIndex % columns];
  const found = block.rows[row]?.cells[column];
  return found ? { children: found.children, place: [row + 1, column + 1] } : null;
}

/** At most so many characters, on one line, whole words where there are any. */
function shortened(text: string): string {
  const line = onOneLine(text).trim();
  const signs = [...line];
  if (signs.length <= LONGEST_STATEMENT) return line;
  const cut = signs.slice(0, LONGEST_STATEMENT - 1).join("");
  return `${cut.replace(/[\s,;:]+\S{0,20}$/u, "")}…`;
}

function cell(content: Xml, isMirrored = false): Xml {
  return paragraphXml(paragraph(STYLE_IDS.tableText, content, { isRightToLeft: isMirrored }));
}

function lines(texts: readonly string[]): Xml {
  return joined(texts.flatMap((text, index) => [...(index > 0 ? [lineBreak()] : []), textRuns(text)]));
}

/** Widths that add up to that of the text. */
function widthsOf(columns: readonly Column[]): number[] {
  const total = columns.reduce((sum, name) => sum + WEIGHTS[name], 0);
  const widths = columns.map((name) => Math.floor((TEXT_WIDTH_TWIPS * WEIGHTS[name]) / total));
  const rest = TEXT_WIDTH_TWIPS - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + rest : width));
}
