/** A sentence taken apart once, for all that is read of it. */
import type { FoundFact } from "../facts/found-fact.ts";
import type { Span } from "./sentences.ts";
import type { Term } from "./terms.ts";

export interface Part extends Span {
  readonly terms: readonly Term[];
}

/** A sentence, taken apart once. */
export interface SentenceWords {
  readonly plain: string;
  readonly terms: readonly Term[];
  readonly facts: readonly FoundFact[];
  readonly parts: readonly Part[];
}

/** Whether a place begins within a stretch. */
export function within(place: Span, span: Span): boolean {
  return span.fromUtf16 <= place.fromUtf16 && place.fromUtf16 < span.toUtf16;
}
