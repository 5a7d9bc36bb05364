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

/** Describes the passage `[fromUtf16, toUtf16)` of a text so that it can be found again when the text changes. */
export function describePassage(text: string, fromUtf16: number, toUtf16: number): Selectors {
  return {
    position: { start: fromUtf16, end: toUtf16 },
    quote: {
      exact: text.slice(fromUtf16, toUtf16),
      prefix: text.slice(Math.max(0, fromUtf16 - CONTEXT_LENGTH_UTF16), fromUtf16),
      suffix: text.slice(toUtf16, toUtf16 + CONTEXT_LENGTH_UTF16),
    },
  };
}
