/**
 * W3C Web Annotation selectors (https://www.w3.org/TR/annotation-model/#selectors) over canonical text.
 * Pure: made from text and offsets, checked nowhere else than in the anchoring ladder.
 */
import { z } from "zod";

/** How much text on either side of a quote is kept to tell repeated quotes apart, in UTF-16 code units. */
export const CONTEXT_LENGTH_UTF16 = 32;

export const textPositionSelectorSchema = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });
export type TextPositionSelector = z.infer<typeof textPositionSelectorSchema>;

export const textQuoteSelectorSchema = z.object({ exact: z.string(), prefix: z.string(), suffix: z.string() });
export type TextQuoteSelector = z.infer<typeof textQuoteSelectorSchema>;

export const selectorsSchema = z.object({ position: textPositionSelectorSchema, quote: textQuoteSelectorSchema });
export type Selectors = z.infer<typeof selectorsSchema>;

/**
 * Describes the passage `[fromUtf16, toUtf16)` of a text so that it can be found again when the text changes. An offset
 * within a character of two code units moves outwards: half a character would not survive being written to a file.
 */
export function describePassage(text: string, fromUtf16: number, toUtf16: number): Selectors {
  const start = splitsCharacter(text, fromUtf16) ? fromUtf16 - 1 : fromUtf16;
  const end = splitsCharacter(text, toUtf16) ? toUtf16 + 1 : toUtf16;
  const contextStart = Math.max(0, start - CONTEXT_LENGTH_UTF16);
  const contextEnd = end + CONTEXT_LENGTH_UTF16;
  return {
    position: { start, end },
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(splitsCharacter(text, contextStart) ? contextStart - 1 : contextStart, start),
      suffix: text.slice(end, splitsCharacter(text, contextEnd) ? contextEnd + 1 : contextEnd),
    },
  };
}

function splitsCharacter(text: string, offsetUtf16: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, offsetUtf16 - 1), offsetUtf16 + 1));
}
