/** Grades as they are shown: "B2" for the eye, in words for those who hear them. Pure. */
import { CREDIBILITY_WORDS, type CredibilityDigit, LOW_CREDIBILITY } from "../../core/excerpt/credibility.ts";
import { LOW_RELIABILITY, RELIABILITY_WORDS, type ReliabilityLetter } from "../../core/source/reliability.ts";

/** The two grades of the Admiralty scale, apart: of the source, and of what the passage says. */
export interface Grade {
  readonly letter: ReliabilityLetter | null;
  readonly digit: CredibilityDigit | null;
}

/** "B2", "B" or "2"; empty where neither is given. */
export function gradeCode({ letter, digit }: Grade): string {
  return `${letter ?? ""}${digit ?? ""}`;
}

/** "Source B: usually reliable. Passage 2: probably true." Empty where neither is given. */
export function gradeInWords({ letter, digit }: Grade): string {
  return [
    letter === null ? "" : `Source ${letter}: ${lower(RELIABILITY_WORDS[letter])}.`,
    digit === null ? "" : `Passage ${digit}: ${lower(CREDIBILITY_WORDS[digit])}.`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Whether nothing should rest on it alone. */
export function isGradedLow({ letter, digit }: Grade): boolean {
  return (letter !== null && LOW_RELIABILITY.has(letter)) || (digit !== null && LOW_CREDIBILITY.has(digit));
}

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
