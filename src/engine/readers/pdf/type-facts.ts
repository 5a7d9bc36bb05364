/**
 * What the document's type says: which size its text is set in, how far apart its lines stand, which fonts are bold.
 */
import { type Fragment, mainFont } from "./fragment.ts";

export interface FontFacts {
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isMonospace: boolean;
}

export interface TypeFacts {
  /** The size that most of the text is set in, in points. */
  readonly bodySize: number;
  readonly bodyFont: string;
  fontOf(name: string): FontFacts;
}

const PLAIN: FontFacts = { isBold: false, isItalic: false, isMonospace: false };

/** Facts of a font by its name, as type foundries and TeX name their cuts. */
export function fontFacts(name: string, family: string): FontFacts {
  const cut = name.replace(/^[A-Z]{6}\+/u, "");
  return {
    isBold:
      /bold|black|heavy|extrab|demi|CMBX|CMSSBX|CMB\d|SFBX|ecbx|Medi\b|-Bd|[-,]B(?:I|old)?$|\bBd(?:It|Cn)?\b/iu.test(
        cut,
      ) && !/semilight/iu.test(cut),
    isItalic: /ital|obli|CMTI|CMSL|SFTI|SFSL|ecti|-It$|ReguItal|[-,]BI$/iu.test(cut),
    isMonospace: family === "monospace" && !/CM(?:MI|SY|EX|R)\d/u.test(cut),
  };
}

/** `fonts` holds the facts of the fonts that are known; another font counts as plain. */
export function typeFacts(fragments: Iterable<Fragment>, fonts: ReadonlyMap<string, FontFacts>): TypeFacts {
  const sizes = new Map<number, number>();
  const used = new Map<string, number>();
  for (const fragment of fragments) {
    const size = Math.round(fragment.size * 2) / 2;
    sizes.set(size, (sizes.get(size) ?? 0) + fragment.text.length);
    const font = mainFont(fragment);
    used.set(font, (used.get(font) ?? 0) + fragment.text.length);
  }
  return {
    bodySize: mostOf(sizes) ?? 10,
    bodyFont: mostOf(used) ?? "",
    fontOf: (name) => fonts.get(name) ?? PLAIN,
  };
}

function mostOf<Key>(counts: ReadonlyMap<Key, number>): Key | null {
  let best: Key | null = null;
  let most = 0;
  for (const [key, count] of counts) {
    if (count <= most) continue;
    best = key;
    most = count;
  }
  return best;
}

/** True where all letters of the fragment are in bold fonts. */
export function isAllBold({ fonts, text }: Fragment, facts: TypeFacts): boolean {
  let hasBold = false;
  for (const { font, fromUtf16, toUtf16 } of fonts) {
    if (facts.fontOf(font).isBold) hasBold = true;
    else if (/[\p{L}\p{N}]/u.test(text.slice(fromUtf16, toUtf16))) return false;
  }
  return hasBold && /\p{L}/u.test(text);
}

export function isMostlyMonospace(fragment: Fragment, facts: TypeFacts): boolean {
  return facts.fontOf(mainFont(fragment)).isMonospace;
}
