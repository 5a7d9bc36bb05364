/**
 * How reliable the user holds a source to be: the letter of the Admiralty scale (NATO AJP-2.1, UK JDP 2-00). Given by
 * people, with their reason; nothing here may ever fill it in.
 */
import { z } from "zod";

export const reliabilityLetterSchema = z.enum(["A", "B", "C", "D", "E", "F"]);
export type ReliabilityLetter = z.infer<typeof reliabilityLetterSchema>;

/** `letter` null means not graded; the reason may be empty. */
export const reliabilitySchema = z.object({ letter: reliabilityLetterSchema.nullable(), reason: z.string() });
export type Reliability = z.infer<typeof reliabilitySchema>;

export const NOT_GRADED: Reliability = { letter: null, reason: "" };

export const RELIABILITY_WORDS: Readonly<Record<ReliabilityLetter, string>> = {
  A: "Completely reliable",
  B: "Usually reliable",
  C: "Fairly reliable",
  D: "Not usually reliable",
  E: "Unreliable",
  F: "Reliability cannot be judged",
};

/** Grades that nothing should rest on alone. */
export const LOW_RELIABILITY: ReadonlySet<ReliabilityLetter> = new Set(["D", "E"]);
