/**
 * The statements of one block: its sentences, the citations of each, and which need none because of what they are. A
 * quotation set apart is one statement, and so is a cell; headings, labels, questions and what only introduces are
 * statements that need no citation.
 */
import type { BriefBlock, CitationId } from "../../brief/document.ts";
import type { SectionId } from "../../brief/section-id.ts";
import type { ExcerptId } from "../../excerpt/excerpt.ts";
import { countWordsOf } from "../../search/count-words.ts";
import { sentencesOf } from "../../search/sentence.ts";
import { contentKey } from "../finding-key.ts";
import { quotedSpans } from "../quotations/quoted-spans.ts";
import { type BriefPart, partsOf, shareWithin } from "./brief-parts.ts";
import type { Statement } from "./statement.ts";

export interface StatementCitation {
  readonly id: CitationId;
  readonly excerptIds: ExcerptId[];
  readonly atUtf16: number;
}

/** A statement as far as it follows from its block. */
export interface BlockStatement {
  /** Its words and what it cites: the same for two that say the same. */
  readonly content: string;
  readonly key: string;
  readonly partIndex: number;
  readonly fromUtf16: number;
  readonly toUtf16: number;
  readonly text: string;
  readonly citations: readonly StatementCitation[];
  readonly isAssessment: boolean;
  readonly exemption: Statement["exemption"];
}

/** So much of a sentence's letters must bear the mark for it to be an assessment as a whole. */
const MOST_OF_IT = 0.8;
/** What has fewer words and no full stop is a label ("Next steps"), not a statement. */
const FEWEST_WORDS = 4;
const ENDS_IN_MARK = /[.!?…؟۔।。！？｡；;][)\]"'”’»“›」』）]*$/u;
const QUESTION = /[?？؟][)\]"'”’»“›」』）]*$/u;
const COLON = /[:：]$/u;

/** The statements of a block, in order. `previous` and `next` are the blocks around it, of its section. */
export function statementsOfBlock(
  sectionId: SectionId,
  block: BriefBlock,
  previous: BriefBlock | undefined,
  next: BriefBlock | undefined,
): BlockStatement[] {
  const parts = partsOf(block);
  const given = block.type === "list" ? introducingCitations(previous) : [];
  const statements = parts.flatMap((part, partIndex) => {
    const inherited = block.type === "table" ? rowCitations(parts, part) : given;
    return sentencesOfPart(block, part).map((sentence, index, all): BlockStatement => {
      const text = part.text.slice(sentence.fromUtf16, sentence.toUtf16);
      const own = citationsOf(part, all, index);
      const citations = own.length > 0 ? own : inherited.map((one) => ({ ...one, atUtf16: sentence.toUtf16 }));
      const isLast = index === all.length - 1;
      const content = JSON.stringify([text.replace(/\s+/gu, " "), citations.map(({ excerptIds }) => excerptIds)]);
      return {
        content,
        key: contentKey("statement", sectionId, content),
        partIndex,
        ...sentence,
        text,
        citations,
        isAssessment: shareWithin(part, sentence, part.assessed) >= MOST_OF_IT,
        exemption: exemptionOf(
          block,
          part,
          { ...sentence, text },
          isLast && introduces(block, next, isLastPart(parts, partIndex)),
        ),
      };
    });
  });
  return block.type === "table" ? oncePerRow(statements, parts) : statements;
}

/** A row that cites nothing asks for a citation once, not in each of its cells. */
function oncePerRow(statements: readonly BlockStatement[], parts: readonly BriefPart[]): BlockStatement[] {
  const asked = new Set<number>();
  return statements.map((statement) => {
    const row = parts[statement.partIndex]?.row ?? 0;
    if (statement.exemption !== null || statement.citations.length > 0 || statement.isAssessment) return statement;
    if (asked.has(row)) return { ...statement, exemption: "heading" };
    asked.add(row);
    return statement;
  });
}

/** A quotation is the source's: it is one, whatever ends within it. A cell is a line of a table. */
function sentencesOfPart(block: BriefBlock, part: BriefPart): { fromUtf16: number; toUtf16: number }[] {
  if (block.type === "quotation" || block.type === "heading") {
    const words = part.text.trim();
    const fromUtf16 = part.text.length - part.text.trimStart().length;
    return words === "" ? [] : [{ fromUtf16, toUtf16: fromUtf16 + words.length }];
  }
  return sentencesOf(part.text, {
    endsUtf16: part.citations.map(({ atUtf16 }) => atUtf16),
    whole: quotedSpans(part.text),
  });
}

/**
 * The citations of a sentence: those within it, and those behind its last mark. One that stands in the white space
 * between two belongs to the sentence before it, unless a line break comes first.
 */
function citationsOf(
  { text, citations }: BriefPart,
  sentences: readonly { readonly fromUtf16: number; readonly toUtf16: number }[],
  index: number,
): StatementCitation[] {
  return citations
    .filter(({ atUtf16 }) => {
      let owner = sentences.findLastIndex(({ fromUtf16 }) => fromUtf16 < atUtf16);
      const next = sentences[owner + 1];
      if (next && owner >= 0 && text.slice(sentences[owner]?.toUtf16 ?? 0, atUtf16).includes("\n")) owner += 1;
      return Math.max(0, owner) === index;
    })
    .map(({ citation, atUtf16 }) => ({ id: citation.id, excerptIds: citation.excerptIds, atUtf16 }));
}

function rowCitations(parts: readonly BriefPart[], { row }: BriefPart): StatementCitation[] {
  return parts
    .filter((part) => part.row === row)
    .flatMap(({ citations }) =>
      citations.map(({ citation }) => ({ id: citation.id, excerptIds: citation.excerptIds, atUtf16: 0 })),
    );
}

/** The citations at the end of a line that introduces a list: they stand for each of its items. */
function introducingCitations(previous: BriefBlock | undefined): StatementCitation[] {
  if (previous?.type !== "paragraph") return [];
  const [part] = partsOf(previous);
  if (!part || !COLON.test(part.text.trimEnd())) return [];
  const sentences = sentencesOfPart(previous, part);
  return sentences.length === 0 ? [] : citationsOf(part, sentences, sentences.length - 1);
}

function isLastPart(parts: readonly BriefPart[], partIndex: number): boolean {
  return partIndex === parts.length - 1;
}

/** Whether what ends a part may introduce what follows it. */
function introduces(block: BriefBlock, next: BriefBlock | undefined, isLast: boolean): boolean {
  if (block.type === "list") return !isLast;
  return isLast && (next?.type === "list" || next?.type === "quotation" || next?.type === "table");
}

function exemptionOf(
  block: BriefBlock,
  part: BriefPart,
  { fromUtf16, toUtf16, text }: { fromUtf16: number; toUtf16: number; text: string },
  mayIntroduce: boolean,
): Statement["exemption"] {
  if (block.type === "heading") return "heading";
  if (block.type === "table" && block.headerRow && part.row === 0) return "heading";
  if (block.type === "quotation") return null;
  if (QUESTION.test(text)) return "question";
  if (mayIntroduce && COLON.test(text)) return "introduces";
  if (!/[\p{L}\p{N}]/u.test(text) || isLabel(block, part, { fromUtf16, toUtf16, text })) return "heading";
  return null;
}

/** A few words without an end, a bold line, the first column of a table: they name what follows, and state nothing. */
function isLabel(
  block: BriefBlock,
  part: BriefPart,
  { fromUtf16, toUtf16, text }: { fromUtf16: number; toUtf16: number; text: string },
): boolean {
  if (ENDS_IN_MARK.test(text)) return false;
  if (shareWithin(part, { fromUtf16, toUtf16 }, part.bold) === 1) return true;
  const hasFigure = /\p{N}/u.test(text);
  if (block.type === "table") return !hasFigure && countWordsOf(text) < 2 * FEWEST_WORDS;
  return countWordsOf(text) < FEWEST_WORDS && !hasFigure;
}
