/** Grades as a document gives them: the letter of the source, the digit of the passage. Empty where none was given. */
import type { Excerpt } from "../../../core/excerpt/excerpt.ts";
import type { Source } from "../../../core/source/source.ts";

/** "B2", "B", "2". */
export function gradeOf({ reliability }: Source, { credibility }: Excerpt): string {
  return `${reliability.letter ?? ""}${credibility.digit ?? ""}`;
}
