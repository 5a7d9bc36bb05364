/**
 * How credible the user holds what a passage says to be: the digit of the Admiralty scale (NATO AJP-2.1, UK JDP 2-00).
 * Given by people, with their reason, apart from the reliability of the source; nothing here may ever fill it in.
 */
import { z } from "zod";

export const credibilityDigitSchema = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
]);
export type CredibilityDigit = z.infer<typeof credibilityDigitSchema>;

/** `digit` null means not graded; the reason may be empty. */
export const credibilitySchema = z.object({ digit: credibilityDigitSchema.nullable(), reason: z.string() });
export type Credibility = z.infer<typeof credibilitySchema>;

export const NOT_GRADED: Credibility = { digit: null, reason: "" };

/** "Confirmed" asks for two origins at least: the review checks that. */
export const CONFIRMED: CredibilityDigit = 1;

export const CREDIBILITY_WORDS: Readonly<Record<CredibilityDigit, string>> = {
  1: "Confirmed by other sources",
  2: "Probably true",
  3: "Possibly true",
  4: "Doubtful",
  5: "Improbable",
  6: "Truth cannot be judged",
};

/** Grades that nothing should rest on alone. */
export const LOW_CREDIBILITY: ReadonlySet<CredibilityDigit> = new Set([4, 5]);
