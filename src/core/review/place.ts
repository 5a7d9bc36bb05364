/** Where a finding is to be looked at: in the brief, in a source, or among the excerpts. */
import { z } from "zod";
import { sectionIdSchema } from "../brief/section-id.ts";
import { excerptIdSchema } from "../excerpt/excerpt.ts";
import { sourceIdSchema } from "../source/source.ts";

const range = { fromUtf16: z.number().int().min(0), toUtf16: z.number().int().min(0) };

export const briefPlaceSchema = z.object({
  in: z.literal("brief"),
  sectionId: sectionIdSchema,
  /** Which block of the section, from 0. */
  blockIndex: z.number().int().min(0),
  /** Which item of a list, or which cell of a table counted row by row, from 0; 0 in any other block. */
  partIndex: z.number().int().min(0),
  /** Offsets of the text of that part: citations count nothing, a line break counts one. */
  ...range,
});
export type BriefPlace = z.infer<typeof briefPlaceSchema>;

/** Offsets of the source's canonical text. */
export const sourcePlaceSchema = z.object({ in: z.literal("source"), sourceId: sourceIdSchema, ...range });
export type SourcePlace = z.infer<typeof sourcePlaceSchema>;

export const findingPlaceSchema = z.discriminatedUnion("in", [
  briefPlaceSchema,
  sourcePlaceSchema,
  z.object({ in: z.literal("excerpt"), excerptId: excerptIdSchema }),
  z.object({ in: z.literal("section"), sectionId: sectionIdSchema }),
  z.object({ in: z.literal("source-list"), sourceId: sourceIdSchema }),
]);
export type FindingPlace = z.infer<typeof findingPlaceSchema>;

/** Whether two places of the brief have words in common. */
export function haveWordsInCommon(one: BriefPlace, other: BriefPlace): boolean {
  return (
    one.sectionId === other.sectionId &&
    one.blockIndex === other.blockIndex &&
    one.partIndex === other.partIndex &&
    one.fromUtf16 < other.toUtf16 &&
    other.fromUtf16 < one.toUtf16
  );
}
