/** What the engine and the thread of the review say to each other. */
import type { AlsoIn } from "../../core/review/reuse/group-also-in.ts";
import type { ReviewInput } from "../../core/review/review.ts";
import type { ReviewReport } from "../../core/review/review-report.ts";
import type { ReviewedText } from "../../core/review/reviewed-text.ts";
import type { SourceId } from "../../core/source/source.ts";
import type { ErrorData } from "../../ipc/errors.ts";

/** What a report needs that seldom changes, and can be much: it is sent when it did. */
export type ReviewMaterial = Pick<ReviewInput, "template" | "excerpts" | "sources">;

export type ReviewQuestion =
  | { readonly type: "read"; readonly put: readonly ReviewedText[]; readonly drop: readonly SourceId[] }
  /** Works out a little more of what is not yet known of the sources. */
  | { readonly type: "settle" }
  | {
      readonly type: "report";
      /** Null where it is as it was. */
      readonly material: ReviewMaterial | null;
      readonly input: Omit<ReviewInput, keyof ReviewMaterial>;
    }
  | { readonly type: "also-in"; readonly sourceId: SourceId };

export interface ReviewResults {
  readonly read: null;
  /** Of how many sources something is still to be worked out. */
  readonly settle: number;
  readonly report: ReviewReport;
  readonly "also-in": readonly AlsoIn[];
}

/** Questions are answered in the order in which they were asked. */
export type ReviewAnswer = { readonly result: ReviewResults[keyof ReviewResults] } | { readonly error: ErrorData };
