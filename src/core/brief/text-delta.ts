/**
 * A text as what another text has not: for texts of which most is the same, such as two states of a brief. Knows nothing
 * of what stands in them.
 */
import { z } from "zod";

/** In order: words of its own, or the part `[from, length]` of the other text. Both count UTF-16 code units. */
export const textDeltaSchema = z.array(
  z.union([z.string(), z.tuple([z.number().int().min(0), z.number().int().min(1)])]),
);
export type TextDelta = z.infer<typeof textDeltaSchema>;

/** Stretches are found by their first so many code units at every such place of the other text. */
const STEP = 16;
/** A shorter stretch costs as much to name as to write. */
const LEAST = 24;

/** `text` by means of `base`. */
export function deltaOf(base: string, text: string): TextDelta {
  const places = new Map<string, number>();
  for (let at = 0; at + STEP <= base.length; at += STEP) {
    const key = base.slice(at, at + STEP);
    if (!places.has(key)) places.set(key, at);
  }
  const delta: TextDelta = [];
  let written = 0; // up to where the text is in the delta
  let at = 0;
  let follows = 0; // where in the base the last stretch ended: what comes after a change is mostly what came then
  while (at + STEP <= text.length) {
    const found = places.get(text.slice(at, at + STEP));
    const stretch =
      found === undefined ? null : stretchAt(base, text, nearest(base, text, at, found, follows), at, written);
    if (!stretch || stretch.length < LEAST) {
      at += 1;
      continue;
    }
    const begins = at - stretch.back;
    if (begins > written) delta.push(text.slice(written, begins));
    delta.push([stretch.from, stretch.length]);
    written = begins + stretch.length;
    at = written;
    follows = stretch.from + stretch.length;
  }
  if (written < text.length) delta.push(text.slice(written));
  return delta;
}

/** The text again; null where the delta is not one of this base, or would make more than `mostUtf16`. */
export function applyDelta(base: string, delta: TextDelta, mostUtf16: number): string | null {
  const isWithin = delta.every((part) => typeof part === "string" || part[0] + part[1] <= base.length);
  const length = delta.reduce((sum, part) => sum + (typeof part === "string" ? part.length : part[1]), 0);
  if (!isWithin || length > mostUtf16) return null;
  return delta.map((part) => (typeof part === "string" ? part : base.slice(part[0], part[0] + part[1]))).join("");
}

/** How much of a delta's text the base does not have. */
export function ownLength(delta: TextDelta): number {
  return delta.reduce((sum, part) => sum + (typeof part === "string" ? part.length : 0), 0);
}

/** Of words that stand in several places, those shortly behind the last stretch are meant. */
function nearest(base: string, text: string, at: number, found: number, follows: number): number {
  const key = text.slice(at, at + STEP);
  const behind = base.slice(follows, follows + 40 * STEP).indexOf(key);
  return behind === -1 ? found : follows + behind;
}

interface FoundStretch {
  readonly from: number;
  readonly length: number;
  /** How much of it lies before the place at which it was found. */
  readonly back: number;
}

/** What the two have in common around a place of each, going back no further than what is written already. */
function stretchAt(base: string, text: string, inBase: number, inText: number, written: number): FoundStretch {
  let end = 0;
  while (
    inText + end < text.length &&
    inBase + end < base.length &&
    text.charCodeAt(inText + end) === base.charCodeAt(inBase + end)
  )
    end += 1;
  let back = 0;
  while (
    inText - back > written &&
    inBase - back > 0 &&
    text.charCodeAt(inText - back - 1) === base.charCodeAt(inBase - back - 1)
  )
    back += 1;
  return { from: inBase - back, length: end + back, back };
}
