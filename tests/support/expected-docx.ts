/**
 * What a Word document should say, worked out from the brief alone: the other half of what read-docx.ts finds.
 */
import type { inlinesOf } from "../../src/core/brief/citation-numbers.ts";
import { numberCitations } from "../../src/core/brief/citation-numbers.ts";
import type { Brief, BriefBlock, Section } from "../../src/core/brief/document.ts";
import { shownMarking } from "../../src/core/brief/marking.ts";
import { paragraphNumbers } from "../../src/core/brief/paragraph-numbers.ts";
import { inQuotationMarks, isShortQuotation } from "../../src/core/brief/quotation-marks.ts";
import { type FormattedCitations, textOfRuns } from "../../src/core/citation/formatted-citations.ts";
import type { ReadDocx, ReadParagraph } from "./read-docx.ts";

/** A paragraph of the sections: its style, words and number, and where in the words which notes stand. */
export interface Line {
  readonly style: string;
  readonly text: string;
  /** Of a paragraph, a section's title or an item of an ordered list. */
  readonly number: string | null;
  readonly notes: readonly (readonly [number: number, afterUtf16: number])[];
}

const NOT_OF_SECTIONS = [
  "Title",
  "HeaderField",
  "HeaderFieldLast",
  "HeadingWithoutNumber",
  "Recommendation",
  "Decision",
  "AfterTable",
  "AnnexHeading",
  "Bibliography",
  "SourceDetails",
  "EvidenceNote",
  "EvidencePassage",
];

/** The sections as they were read: everything between the recommendations and the annexes. */
export function linesOf(docx: ReadDocx): Line[] {
  const notes = docx.endnotes.length > 0 ? docx.endnotes : docx.footnotes;
  const numbers = new Map(notes.map(({ id }, index) => [id, index + 1]));
  const annexes = docx.paragraphs.findIndex(({ style }) => style === "AnnexHeading");
  return docx.paragraphs
    .slice(0, annexes === -1 ? undefined : annexes)
    .filter(({ style }) => !NOT_OF_SECTIONS.includes(style))
    .map((paragraph) => ({
      style: paragraph.style,
      text: paragraph.text,
      number: paragraph.number?.replace(/\.$/, "") ?? null,
      notes: paragraph.notes.map(({ id, afterUtf16 }) => [numbers.get(id) ?? 0, afterUtf16]),
    }));
}

/** The sections as they should read. Citations in the text are words. */
export function expectedLines(brief: Brief, citations: FormattedCitations): Line[] {
  const numbers = paragraphNumbers(brief);
  const noteNumbers = new Map(numberCitations(brief).map(({ citation, number }) => [citation.id, number]));

  const line = (style: string, inlines: ReturnType<typeof inlinesOf>, number: string | null): Line[] => {
    let text = "";
    const notes: [number, number][] = [];
    for (const inline of inlines) {
      if (inline.type === "text") text += shownText(inline.text);
      else if (inline.type === "line-break") text += "\n";
      else if (citations.kind === "note") notes.push([noteNumbers.get(inline.id) ?? 0, text.length]);
      else text += ` ${shownText(textOfRuns(citations.citations.get(inline.id) ?? []))}`;
    }
    const isBlank = inlines.every(({ type }) => type !== "citation") && text.trim() === "";
    return isBlank ? [] : [{ style, text, number, notes }];
  };

  return brief.sections.flatMap((section, place) => [
    ...title(section, numbers[place]?.title ?? null),
    ...section.children.flatMap((block, index) => {
      const before = section.children.slice(0, index);
      return blockLines(block, before, numbers[place]?.blocks[index] ?? null);
    }),
  ]);

  function blockLines(block: BriefBlock, before: readonly BriefBlock[], number: string | null): Line[] {
    switch (block.type) {
      case "table":
        return block.rows.flatMap(({ cells }) =>
          cells.flatMap(({ children }) => {
            const [cell] = line("TableText", children, null);
            return [cell ?? { style: "TableText", text: spaces(children), number: null, notes: [] }];
          }),
        );
      case "list": {
        const counts: number[] = [];
        return block.items.flatMap(({ children, depth }) => {
          const suffix = depth === 0 ? "" : `${Math.min(depth + 1, 5)}`;
          const item = line(`List${block.ordered ? "Number" : "Bullet"}${suffix}`, children, null);
          if (item.length === 0 || !block.ordered) return item;
          counts.length = depth + 1;
          counts[depth] = (counts[depth] ?? 0) + 1;
          return item.map((shown) => ({ ...shown, number: `${counts[depth]}` }));
        });
      }
      case "heading": {
        const isUnderLevel2 = before.some(
          (other) => other.type === "heading" && line("", other.children, null).length > 0,
        );
        return line(block.level === 3 && isUnderLevel2 ? "Heading3" : "Heading2", block.children, null);
      }
      case "quotation":
        return isShortQuotation(block)
          ? line("ShortQuotation", inQuotationMarks(block.children, brief.language), null)
          : line("Quote", block.children, null);
      case "paragraph":
        return line(number === null ? "Normal" : "NumberedParagraph", block.children, number);
    }
  }
}

function title({ title: words, marking }: Section, number: string | null): Line[] {
  const marked = shownMarking(marking);
  const mark = marked === "" ? "" : `(${shownText(marked)})`;
  if (words.trim() === "") return mark === "" ? [] : [{ style: "Normal", text: mark, number: null, notes: [] }];
  return [{ style: "Heading1", text: `${shownText(words)}${mark === "" ? "" : ` ${mark}`}`, number, notes: [] }];
}

function spaces(children: ReturnType<typeof inlinesOf>): string {
  return children.map((inline) => (inline.type === "text" ? shownText(inline.text) : "\n")).join("");
}

/** Text as a Word file can hold it: U+FFFD for what XML forbids, one kind of line end. */
export function shownText(text: string): string {
  return [...text.replaceAll("\r\n", "\n").replaceAll("\r", "\n")]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      const isControl = code < 0x20 && character !== "\n" && character !== "\t";
      const isLoneSurrogate = code >= 0xd800 && code <= 0xdfff;
      return isControl || isLoneSurrogate || code === 0xfffe || code === 0xffff ? "\uFFFD" : character;
    })
    .join("");
}

export function isEmpty({ text, notes }: ReadParagraph): boolean {
  return text.trim() === "" && notes.length === 0;
}
