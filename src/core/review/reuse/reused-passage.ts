/** A passage that stands in two sources in the same words, or nearly so. */
import type { SourcePlace } from "../place.ts";

/** Both places as seen from one of the two. Whole words, at most a block each. */
export interface ReusedPassage {
  readonly here: SourcePlace;
  readonly there: SourcePlace;
}
