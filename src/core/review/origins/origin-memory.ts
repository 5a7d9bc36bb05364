/**
 * What origins need to know of sources and pairs of them, worked out once for as long as those stay the same: one more
 * source among two thousand must not make all others be read again. Holds nothing longer than the texts live.
 */
import type { ReviewedText } from "../reviewed-text.ts";
import type { Credit } from "./credit.ts";

export interface OriginMemory {
  /** What `make` answered for this text the last time, as long as its credits are the same array. */
  ofSource<T extends object>(text: ReviewedText, credits: readonly Credit[], make: () => T): T;
  ofPair(pair: object, make: () => boolean): boolean;
  /** The same for sources that are one origin by this name, in this order. */
  ofGroup(texts: readonly ReviewedText[], name: string, make: () => string): string;
}

export function createOriginMemory(): OriginMemory {
  const sources = new WeakMap<ReviewedText, { readonly credits: readonly Credit[]; readonly made: object }>();
  const pairs = new WeakMap<object, boolean>();
  const groups = new WeakMap<ReviewedText, { texts: readonly ReviewedText[]; name: string; made: string }>();
  return {
    ofSource<T extends object>(text: ReviewedText, credits: readonly Credit[], make: () => T): T {
      const known = sources.get(text);
      // Kept by the very function that asks, which always makes the same thing of a text.
      if (known?.credits === credits) return known.made as T;
      const made = make();
      sources.set(text, { credits, made });
      return made;
    },
    ofPair(pair, make) {
      const made = pairs.get(pair) ?? make();
      pairs.set(pair, made);
      return made;
    },
    ofGroup(texts, name, make) {
      const [first] = texts;
      const known = first && groups.get(first);
      const isSame =
        known?.name === name &&
        known.texts.length === texts.length &&
        texts.every((text, index) => text === known.texts[index]);
      const made = isSame ? known.made : make();
      if (first && !isSame) groups.set(first, { texts, name, made });
      return made;
    },
  };
}
