/**
 * What differs between two states of a brief, to be read: by field of its front and by section, in the lines where it
 * stands. Says nothing of how it is shown.
 */
import { z } from "zod";
import { countWordsOf } from "../search/count-words.ts";
import { type Line, type LineShape, lineOfText, linesOf } from "./brief-lines.ts";
import { citationNumbers } from "./citation-numbers.ts";
import { type Brief, headerSchema, type Section } from "./document.ts";
import {
  type DifferencePart,
  differencePartSchema,
  diffLines,
  diffPieces,
  type LineDifference,
  lineDifferenceSchema,
} from "./line-difference.ts";
import { sectionIdSchema } from "./section-id.ts";
import { settingsInWords } from "./setting-names.ts";

export const frontFieldSchema = z.enum(["title", ...headerSchema.keyof().options]);
export type FrontField = z.infer<typeof frontFieldSchema>;

export const sectionDifferenceSchema = z.object({
  id: sectionIdSchema,
  title: z.string(),
  /** `added` and `removed` where only one of the two briefs has the section. */
  change: z.enum(["same", "changed", "added", "removed"]),
  /** Of its marking, where that changed. */
  marking: z.array(differencePartSchema).nullable(),
  lines: z.array(lineDifferenceSchema),
});
export type SectionDifference = z.infer<typeof sectionDifferenceSchema>;

export const briefDifferenceSchema = z.object({
  /** The fields that changed. */
  front: z.array(z.object({ field: frontFieldSchema, parts: z.array(differencePartSchema) })),
  /** The choices that changed, in words. */
  settings: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
  /** All recommendations; empty where none changed. */
  recommendations: z.array(lineDifferenceSchema),
  /** Every section, in the order of the brief after; one that went stands where it stood. */
  sections: z.array(sectionDifferenceSchema),
  wordsAdded: z.number(),
  wordsRemoved: z.number(),
  citationsAdded: z.number(),
  citationsRemoved: z.number(),
});
export type BriefDifference = z.infer<typeof briefDifferenceSchema>;

/** What was done to `before` to make it `after`. Where that is nothing, see isSameBrief. */
export function diffBriefs(before: Brief, after: Brief): BriefDifference {
  const front = diffFront(before, after);
  const recommendations = diffLines(before.recommendations.map(lineOfText), after.recommendations.map(lineOfText));
  const sections = withMoves(diffSections(before, after));
  const lines = [...recommendations, ...sections.flatMap((section) => section.lines)];
  const parts = [
    ...front.flatMap((field) => field.parts),
    ...sections.flatMap(({ marking }) => marking ?? []),
    ...lines.filter(({ change }) => !change.startsWith("moved")).flatMap((line) => line.parts),
  ];
  return {
    front,
    settings: diffSettings(before, after),
    recommendations: recommendations.every(({ change }) => change === "same") ? [] : recommendations,
    sections,
    ...countsOf(parts),
  };
}

/** True where a difference says nothing. */
export function isSameBrief({ front, settings, recommendations, sections }: BriefDifference): boolean {
  return (
    front.length + settings.length === 0 &&
    recommendations.length === 0 &&
    sections.every(({ change }) => change === "same")
  );
}

function diffFront(before: Brief, after: Brief): BriefDifference["front"] {
  const fieldsOf = ({ title, header }: Brief): Record<FrontField, string> => ({ title, ...header });
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  return frontFieldSchema.options.flatMap((field) =>
    old[field] === now[field] ? [] : [{ field, parts: diffTexts(old[field], now[field]) }],
  );
}

function diffTexts(before: string, after: string): DifferencePart[] {
  return diffPieces(lineOfText(before).pieces, lineOfText(after).pieces);
}

function diffSettings(before: Brief, after: Brief): BriefDifference["settings"] {
  const old = settingsInWords(before);
  return Object.entries(settingsInWords(after)).flatMap(([label, value]) =>
    old[label] === value ? [] : [{ label, before: old[label] ?? "", after: value }],
  );
}

function diffSections(before: Brief, after: Brief): SectionDifference[] {
  const [oldNumbers, newNumbers] = [citationNumbers(before), citationNumbers(after)];
  const olds = new Map(before.sections.map((section) => [section.id, section]));
  const kept = new Set(after.sections.map(({ id }) => id));
  const lines = (section: Section, numbers: typeof oldNumbers): Line[] => linesOf(section, numbers);
  const result = after.sections.map((section): SectionDifference => {
    const old = olds.get(section.id);
    if (!old) return sectionOf(section, "added", null, diffLines([], lines(section, newNumbers)));
    const difference = diffLines(lines(old, oldNumbers), lines(section, newNumbers));
    const marking = old.marking === section.marking ? null : diffTexts(old.marking, section.marking);
    const isSame = marking === null && difference.every(({ change }) => change === "same");
    return sectionOf(section, isSame ? "same" : "changed", marking, difference);
  });
  for (const [index, section] of before.sections.entries()) {
    if (!kept.has(section.id))
      result.splice(index, 0, sectionOf(section, "removed", null, diffLines(lines(section, oldNumbers), [])));
  }
  return result;
}

function sectionOf(
  { id, title }: Section,
  change: SectionDifference["change"],
  marking: SectionDifference["marking"],
  lines: LineDifference[],
): SectionDifference {
  return { id, title, change, marking, lines };
}

/** A line that went at one place and came at another, the same in words and shape, has moved. Short ones say nothing. */
function withMoves(sections: readonly SectionDifference[]): SectionDifference[] {
  const leastWords = 3;
  const all = sections.flatMap(({ lines }) => lines);
  const came = new Map<string, LineDifference[]>();
  for (const line of all) {
    if (line.change === "added" && wordsIn(line) >= leastWords)
      came.set(contentKey(line.after, line.parts), [...(came.get(contentKey(line.after, line.parts)) ?? []), line]);
  }
  const moved = new Map<LineDifference, LineDifference["change"]>();
  for (const line of all) {
    if (line.change !== "removed") continue;
    const here = came.get(contentKey(line.before, line.parts))?.shift();
    if (!here) continue;
    moved.set(line, "moved-away");
    moved.set(here, "moved-here");
  }
  return sections.map((section) => ({
    ...section,
    lines: section.lines.map((line) => ({ ...line, change: moved.get(line) ?? line.change })),
  }));
}

function contentKey(shape: LineShape | null, parts: readonly DifferencePart[]): string {
  const said = parts.map(({ piece }) => (piece.type === "citation" ? piece.excerptIds : piece));
  return JSON.stringify([shape, said]);
}

function wordsIn({ parts }: LineDifference): number {
  return countWordsOf(parts.map(({ piece }) => (piece.type === "text" ? piece.text : " ")).join(""));
}

function countsOf(parts: readonly DifferencePart[]) {
  const words = (kind: DifferencePart["kind"]) =>
    parts.reduce(
      (sum, part) => sum + (part.kind === kind && part.piece.type === "text" ? countWordsOf(part.piece.text) : 0),
      0,
    );
  const citations = (kind: DifferencePart["kind"]) =>
    parts.filter((part) => part.kind === kind && part.piece.type === "citation").length;
  return {
    wordsAdded: words("added"),
    wordsRemoved: words("removed"),
    citationsAdded: citations("added"),
    citationsRemoved: citations("removed"),
  };
}
