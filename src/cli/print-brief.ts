/** The brief as the command line prints it for people: what the document says, in its order, citations as [1]. */
import { citationNumbers } from "../core/brief/citation-numbers.ts";
import type { Brief, BriefBlock, CitationId, Inline, List, Section } from "../core/brief/document.ts";
import { documentMarking, raisingSections, shownMarking } from "../core/brief/marking.ts";
import { isBlank, paragraphNumbers, type SectionNumbers } from "../core/brief/paragraph-numbers.ts";
import type { Template } from "../core/brief/template.ts";

type Numbers = ReadonlyMap<CitationId, number>;

/** Labels are the template's. Empty fields, and sections without words, say nothing but their title. */
export function printBrief(brief: Brief, template: Template): string {
  const citations = citationNumbers(brief);
  const numbers = paragraphNumbers(brief);
  const parts = [
    markingLine(brief),
    brief.title,
    headerLines(brief, template),
    recommendationLines(brief, template),
    ...brief.sections.map((section, index) => sectionLines(section, numbers[index], citations)),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function markingLine(brief: Brief): string {
  const marking = shownMarking(documentMarking(brief));
  const raising = raisingSections(brief).map(({ title }) => title);
  return raising.length > 0 ? `${marking} (raised by ${raising.join(", ")})` : marking;
}

function headerLines({ header }: Brief, { headerFields }: Template): string {
  return headerFields.flatMap(({ key, label }) => (header[key] ? [`${label}: ${header[key]}`] : [])).join("\n");
}

function recommendationLines({ recommendations }: Brief, { recommendations: wording }: Template): string {
  const given = recommendations.filter((text) => text.trim() !== "");
  if (given.length === 0) return "";
  const answer = `[${wording.agreed} / ${wording.notAgreed}]`;
  return [wording.title, ...given.map((text, index) => `${index + 1}. ${text} ${answer}`)].join("\n");
}

function sectionLines({ title, marking, children }: Section, numbers: SectionNumbers | undefined, citations: Numbers) {
  const own = shownMarking(marking);
  const head = [numbers?.title, title, own && `(${own})`].filter(Boolean).join(" ");
  return [head, ...children.flatMap((block, index) => blockLines(block, numbers?.blocks[index], citations))].join("\n");
}

function blockLines(block: BriefBlock, number: string | null | undefined, citations: Numbers): string[] {
  const words = (inlines: readonly Inline[]) => wordsOf(inlines, citations);
  switch (block.type) {
    case "list":
      return listLines(block, words);
    case "table":
      return block.rows.map(({ cells }) => cells.map(({ children }) => words(children)).join(" | "));
    case "quotation":
      return [`> ${words(block.children)}`];
    default: {
      if (isBlank(block.children)) return [];
      const shown = number?.includes(".") ? `${number} ` : `${number}. `;
      return [`${number ? shown : ""}${words(block.children)}`];
    }
  }
}

function listLines({ ordered, items }: List, words: (inlines: readonly Inline[]) => string): string[] {
  const counts: number[] = [];
  return items.map(({ depth, children }) => {
    // A list that is gone back out of begins anew when it is gone into again.
    counts.length = Math.min(counts.length, depth + 1);
    counts[depth] = (counts[depth] ?? 0) + 1;
    return `${"  ".repeat(depth)}${ordered ? `${counts[depth]}.` : "-"} ${words(children)}`;
  });
}

function wordsOf(inlines: readonly Inline[], citations: Numbers): string {
  return inlines
    .map((inline) => {
      if (inline.type === "text") return inline.text;
      return inline.type === "line-break" ? "\n" : `[${citations.get(inline.id)}]`;
    })
    .join("");
}
