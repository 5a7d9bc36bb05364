/** Fragments as the reader's pure modules take them, placed by hand. */
import type { Fragment } from "../../src/engine/readers/pdf/fragment.ts";
import { type TypeFacts, typeFacts } from "../../src/engine/readers/pdf/type-facts.ts";

let drawn = 0;

export interface Placed {
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly width?: number;
  readonly font?: string;
  readonly order?: number;
  /** A raised mark at the start or the end of the text. */
  readonly raised?: { readonly fromUtf16: number; readonly toUtf16: number };
}

/** Half a size for each character, where no width is given; drawn after the fragment made before it. */
export function fragment(
  text: string,
  { x = 50, y, size = 10, width, font = "plain", order, raised }: Placed,
): Fragment {
  drawn += 1;
  return {
    text,
    runs: [{ item: drawn, itemFromUtf16: 0, fromUtf16: 0, lengthUtf16: text.length }],
    fonts: [{ fromUtf16: 0, toUtf16: text.length, font }],
    shifted: raised === undefined ? [] : [{ ...raised, shift: "superscript" }],
    x0: x,
    x1: x + (width ?? text.length * size * 0.5),
    y,
    size,
    order: order ?? drawn,
    isRightToLeft: false,
  };
}

/** Text in 10 points; "bold" is bold, "mono" has letters of one width. */
export const FACTS: TypeFacts = typeFacts(
  [fragment("some words of the text", { y: 0 })],
  new Map([
    ["bold", { isBold: true, isItalic: false, isMonospace: false }],
    ["mono", { isBold: false, isItalic: false, isMonospace: true }],
  ]),
);
