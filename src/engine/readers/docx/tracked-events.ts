/** What happens in a text besides its words: changes begin and end, comments are made. In the order of the document. */
import type { Revision } from "../../../core/source/revision.ts";
import { mergeRevisions } from "./merge-revisions.ts";

/** Insertions within each other: nobody has more, and each is told anew in every line that it goes on in. */
const MAX_ONGOING = 20;

/** Who made a change or a comment, and when, as the document has it. */
export interface Made {
  readonly author: string | null;
  readonly date: string | null;
}

/** Text that was inserted, or that a comment is about. One object for each, so that its end finds its beginning. */
export type TrackedRange =
  | ({ readonly kind: "inserted" } & Made)
  | ({ readonly kind: "comment"; readonly text: string } & Made);

export type TrackedEvent =
  | { readonly kind: "begins" | "ends"; readonly range: TrackedRange }
  /** In `text`, a line feed is the end of a paragraph. */
  | ({ readonly kind: "deleted"; readonly text: string } & Made)
  /** The end of a paragraph was inserted. */
  | ({ readonly kind: "paragraph-inserted" } & Made);

export interface PlacedEvent {
  readonly event: TrackedEvent;
  readonly atUtf16: number;
}

export interface ResolvedEvents {
  readonly revisions: Revision[];
  /** What goes on in the next line. */
  readonly ongoing: readonly TrackedRange[];
}

/**
 * The revisions of a line of that length. Where it ends within a range, so does the range: what was inserted goes on in
 * the next line, and a comment is told once.
 */
export function resolveEvents(events: readonly PlacedEvent[], lengthUtf16: number): ResolvedEvents {
  const raw: Revision[] = [];
  const open = new Map<TrackedRange, number>();
  for (const { event, atUtf16 } of events) {
    if (event.kind === "begins") open.set(event.range, atUtf16);
    else if (event.kind === "deleted") raw.push({ ...event, atUtf16 });
    else if (event.kind === "paragraph-inserted") {
      raw.push({ kind: "inserted", fromUtf16: atUtf16, toUtf16: atUtf16, author: event.author, date: event.date });
    } else {
      const fromUtf16 = open.get(event.range);
      open.delete(event.range);
      if (fromUtf16 !== undefined) raw.push(...revisionOf(event.range, fromUtf16, atUtf16));
    }
  }
  for (const [range, fromUtf16] of open) raw.push(...revisionOf(range, fromUtf16, lengthUtf16));
  const ongoing = [...open.keys()].filter(({ kind }) => kind === "inserted").slice(-MAX_ONGOING);
  return { revisions: mergeRevisions(raw), ongoing };
}

/** None for an insertion without text: it was deleted again. */
function revisionOf(range: TrackedRange, fromUtf16: number, toUtf16: number): Revision[] {
  return range.kind === "inserted" && toUtf16 === fromUtf16 ? [] : [{ ...range, fromUtf16, toUtf16 }];
}
